"""What only a folder of letters shows: text cloned between patients, one patient's details in another's letter."""
