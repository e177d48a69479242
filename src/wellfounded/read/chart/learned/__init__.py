"""What labelled notes teach: which words name a treatment, where each treatment stands, and what came of it."""
