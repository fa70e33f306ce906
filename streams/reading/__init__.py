"""Reading: articles to reports in processes of their own, with or without a log, and how well it was done."""
