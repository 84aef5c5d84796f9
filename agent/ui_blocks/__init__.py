"""What customers see beside the words: slots, forms, summaries and booking cards."""
