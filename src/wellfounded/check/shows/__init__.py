"""What the case shows, read permissively: a rule speaks only where nothing in the case agrees."""
