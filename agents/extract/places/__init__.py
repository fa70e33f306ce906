"""Places: names of the gazetteer as they stand in the text, and which of several places of one name is meant."""
