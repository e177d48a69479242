"""How one claim is said: a file for each kind, chosen by its name; `phrasers/plain.py` speaks through them."""
