"""The database through time; written by `makemigrations`."""
