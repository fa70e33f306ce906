"""Acts: the words that say what happened, and which of them other words take back."""
