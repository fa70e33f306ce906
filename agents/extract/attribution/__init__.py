"""Attribution: who says so, and how sure the article is of it."""
