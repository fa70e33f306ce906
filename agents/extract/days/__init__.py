"""Days: dates, weekdays, spans and parts of the day, resolved against the day of publication."""
