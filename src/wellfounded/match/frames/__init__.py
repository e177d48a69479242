"""Second looks: what the words of a requirement ask, where its typed test left it open; a file for each kind of asking.

Each file gives `decide(requirement, view)`, a Finding that is met or not met, or None where it cannot tell.
"""
