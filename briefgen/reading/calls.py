"""Words that turn to the reader of a page instead of telling the story: "Find out more about …", "Share your thoughts"."""

from __future__ import annotations

import re

from briefgen.reading.patterns import any_of

_PLACE = (
    r"(?:check out|(?:see|read|visit|review|explore|click) (?:our|my|this|here)|this analysis on|"
    r"our (?:post|piece|guide|article|tips|page|blog|analysis))"
)
_CALL = any_of(
    r"(?:to )?(?:find out more|learn more|read more|discover more|see more|know more|explore more)\b(?! than)",
    r"get more (?:details|information|tips)\b|(?:click|tap) (?:here|the link|below)\b",
    r"(?:sign up|subscribe|register|log in|sign in)\b.{0,80}\b(?:here|now|today|newsletters?|updates?|inbox|alerts?|free)\b",
    r"(?:sign up|subscribe|register|log in|sign in) (?:to|for) (?:read|get|our)\b|subscribe\b[.!]?$",
    r"(?:share|leave|post|drop|add|submit) (?:your|a|an|us|it|this)\b.{0,60}"
    r"\b(?:comments?|thoughts?|opinions?|analysis|views?|take|experiences?|story)\b",
    r"(?:share|comment|weigh in|sound off)\b.{0,30}\b(?:below|in the comments?(?: section)?)\b",
    r"share this (?:article|story|post|page)\b",
    r"(?:tell us|let us know)\b.{0,60}\b(?:comments?|below|think|thoughts?|opinions?|views?|your)\b",
    r"join (?:the|our) (?:conversation|discussion|community|debate)\b",
    r"(?:follow|like|support|find) (?:(?-i:us)\b|our (?:page|channel|journalism|work|newsroom)|me on\b|@\w)",
    r"follow \w+['’]?s? (?:live |full )?coverage\b",
    r"follow \w+ on (?:twitter|x|facebook|instagram|telegram|linkedin|youtube|google)\b",
    rf"for (?:a |an )?(?:deeper|closer|more|further|additional|in-depth|full|fuller|complete)\b.{{0,200}}\b{_PLACE}\b",
    rf"for those (?:interested|curious|looking|seeking|who want|concerned)\b.{{0,200}}\b{_PLACE}\b",
    r"(?:be sure to|make sure to|don['’]t forget to|feel free to|please) "
    r"(?:check out|subscribe|follow us|share this|visit our|sign up|like and|leave a)\b",
    r"check out (?:our|my|this|these|the full)\b|(?:explore|visit|browse|see|read|review) (?:our|my)\b",
    r"(?:explore|visit|browse|see|read|review) (?:this guide|this post|these (?:tips|resources|guides))\b",
    r"stay (?:tuned|informed|updated|up to date|connected|ahead)\b|(?:related|also|further) (?:reading|read)s?:",
    r"(?:read|see|watch|listen) (?:also|more|next|now|on)\s*[:|]|also read\b",
    r"read (?:the )?(?:full|original) (?:article|story|post)\b",
    r"download (?:our|your|the (?:free |new )?app)\b|(?:please )?consider (?:donating|subscribing|supporting (?-i:us)\b)",
    r"donate (?:now|today|here)\b|(?:help fund|donate to) our\b",
    r"(?:buy|shop|order|grab) (?:yours|now|here|online|a copy|your)\b|get yours?\b.{0,40}\b(?:now|today|here)\b",
    r"(?:get|receive) (?:the )?(?:latest|breaking|daily|instant|our|free)\b.{0,80}"
    r"\b(?:inbox|newsletter|email|alerts?|delivered|updates)\b",
)
# Said to the reader as "you", at the end of an article.
_QUESTION_TO_READER = any_of(
    r"(?:and |so,? )?what (?:are your|do you|would you|is your|['’]s your)\b",
    r"(?:and |so,? )?how (?:do|would|did) you (?:think|feel|see|view)\b",
    r"(?:and |so,? )?(?:do|did|are|were|have|would|could|can|will) you "
    r"(?:think|agree|have|believe|feel|been|see|ready|following|know|want)\b",
    r"which .{0,40}\bdo you\b|(?:your |any )?thoughts\?",
)
# A clause of this kind after a dash or a semicolon ends the reporting in its sentence.
_TAIL = re.compile(
    r"\s*(?:[—–;]|--|\s-\s)\s*"
    r"(?:see|read|check out|review|explore|visit|learn more|find out more|click|discover|browse|consult|refer to)\b"
    r"[^—–;]{0,40}\b(?:our|my|here|more|this (?:guide|post|article|piece|analysis))\b[^—–;]{0,200}$",
    re.IGNORECASE,
)


def is_call_to_action(sentence: str) -> bool:
    """Whether a sentence asks its reader to go, click, sign up, follow, comment or buy."""
    return _CALL.match(sentence.lstrip("([→►▶>*-• ")) is not None


def is_question_to_reader(sentence: str) -> bool:
    """Whether a sentence asks the reader's own opinion."""
    return sentence.rstrip("\"'”’) ").endswith("?") and _QUESTION_TO_READER.match(sentence) is not None


def call_in_tail(sentence: str) -> int | None:
    """Give where a clause that calls to action begins behind the reporting of a sentence, with the dash before it.

    Args:
        sentence: The sentence as it stands in the text.

    Returns:
        The offset in the sentence, or None where it ends as reporting.
    """
    found = _TAIL.search(sentence)
    return found.start() if found and found.start() > 0 else None
