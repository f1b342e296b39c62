"""Speech in English: who says what."""
