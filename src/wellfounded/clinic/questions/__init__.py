"""Guided questions: only those the case still lacks, in the words of who answers, in English and Spanish."""
