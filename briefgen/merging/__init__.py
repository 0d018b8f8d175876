"""Last draft, editor's file and new draft -> the briefing to write, and what became of each field and item.

The editor's word is never overwritten: what was left alone follows the machine, what was changed stays, what was taken
out does not come back.
"""
