"""Article -> Analysis: names and what they refer to, who says what, dates resolved, how much each sentence carries."""
