"""Reports: finished drafts as records, with offsets into the article as received."""
