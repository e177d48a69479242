"""The letter at the desk: kept as versions, edited by paragraph, checked while it is typed, signed, compared."""
