"""Walks of cases, in a process of their own, so that pages answer while a chart is read."""
