"""English as a careful physician writes it: dates, numbers, lists, doses, people and quotations."""
