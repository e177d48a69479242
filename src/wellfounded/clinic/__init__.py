"""The shell: the desk, a web application over case folders; it imports the library and never the reverse."""
