"""Words that turn to the reader of a page instead of telling the story: "Find out more about …", "Share your thoughts"."""

from __future__ import annotations

import re

_CALL = re.compile(
    r"(?:to )?(?:find out more|learn more|read more|discover more|see more|know more|explore more|get more (?:details|information|tips))\b(?! than)"
    r"|(?:click|tap) (?:here|the link|below)\b"
    r"|(?:sign up|subscribe|register|log in|sign in)\b.{0,80}\b(?:here|now|today|newsletter|newsletters|updates?|inbox|alerts?|free|below|to read|to get|to our)\b"
    r"|(?:share|leave|post|drop|tell us|let us know|join|comment|weigh in)\b.{0,60}\b(?:comments?|comment section|thoughts?|opinions?|"
    r"your (?:analysis|view|views|take|experience|story)|conversation|discussion|what you think)\b"
    r"|(?:follow|like) (?:us|me|our|@|\w+['’]s (?:live )?coverage|\w+ on (?:twitter|x|facebook|instagram|telegram|linkedin|youtube|google))\b"
    r"|for (?:a )?(?:deeper|closer|more|further|additional|an? in-depth|full|complete|those (?:interested|curious|looking|seeking|who want))\b"
    r".{0,200}\b(?:check out|see our|read our|visit our|review our|explore our|our (?:post|piece|guide|article|tips|page|blog|analysis)|(?:click|read|see) here|this analysis on)\b"
    r"|(?:be sure to |make sure to |don['’]t forget to |feel free to |you can |please )(?:check out|subscribe|follow us|share this|visit our|sign up|like and|leave a)\b"
    r"|(?:check out|explore|visit|browse|see|read|review) (?:our|my|this (?:guide|analysis|post|article|piece|resource)|these (?:tips|resources|guides))\b"
    r"|stay (?:tuned|informed|updated|up to date|connected|ahead)\b"
    r"|(?:related|also|further) (?:reading|read)s?:|(?:read|see|watch|listen) (?:also|more|next|now|on)\s*[:|]|also read\b|read (?:the )?(?:full|original) (?:article|story|post)\b"
    r"|download (?:our|the|your) (?:free |new )?(?:app|guide|e-?book|report|brochure)\b"
    r"|(?:support|donate to|help fund) (?:us|our (?:journalism|work|mission|newsroom))\b|(?:please )?consider (?:donating|subscribing|supporting us)\b"
    r"|(?:buy|shop|order|grab|get yours?)\b.{0,60}\b(?:now|today|here|online|on amazon)\s*[.!]?$"
    r"|(?:get|receive) (?:the )?(?:latest|breaking|daily|instant|our|free)\b.{0,80}\b(?:inbox|newsletter|email|alerts?|delivered|updates)\b"
    r"|get .{0,30}\bdaily news brief\b|subscribe\b[.!]?$|share this (?:article|story|post|page)\b",
    re.IGNORECASE,
)
# Said to the reader as "you", at the end of an article.
_QUESTION_TO_READER = re.compile(
    r"(?:and )?(?:so,? )?(?:what (?:are your|do you|would you|is your|['’]s your)\b|(?:do|did|are|were|have|would|could|can|will) you (?:think|agree|have|believe|feel|been|see|ready|following|know|want)\b"
    r"|how (?:do|would|did) you (?:think|feel|see|view)\b|which .{0,40}\bdo you\b|(?:your )?thoughts\?)",
    re.IGNORECASE,
)
# A clause of this kind after a dash or a semicolon ends the reporting in its sentence.
_TAIL = re.compile(
    r"\s*(?:[—–;]|--|\s-\s)\s*(?P<call>(?:see|read|check out|review|explore|visit|learn more|find out more|click|discover|browse|consult|refer to)\b"
    r"(?:.{0,40}\b(?:our|my|here|more|this (?:guide|post|article|piece|analysis))\b.{0,200}))$",
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
