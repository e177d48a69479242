"""Rules on whose letter it is: name, sex, birth date, age and numbers."""

FAMILY = "ID"
