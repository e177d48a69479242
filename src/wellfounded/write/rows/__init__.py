"""The sentence that shows one requirement, by its typed test; what has no file here is shown by the chart's words."""
