"""The parts a letter is made of, one file each; a letter pack says which, in what order, under what heading."""
