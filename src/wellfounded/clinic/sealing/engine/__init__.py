"""Django's SQLite engine over SQLCipher, which encrypts each page of the database before it is written."""
