"""What people do at the desk: each act changes something and adds the event that tells of it."""
