"""What labelled papers teach: which words of a payer's paper carry a value, and which sentences decide."""
