"""A line -> which piece of a web page's furniture it is: menu, share bar, prompt, teaser's label, copyright, credit of staff."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefgen.reading.calls import is_call_to_action
from briefgen.reading.shapes import ends_open, words

if TYPE_CHECKING:
    from briefgen.model.article import RemovalReason

_MENU = re.compile(
    r"(?:skip (?:to|navigation)\b.{0,30}|(?:main |mobile )?menu|home|back to (?:home(?:page)?|top)|search(?: .{0,30})?|close(?: .{0,20})?|open (?:navigation|search).{0,20}"
    r"|(?:sign|log) ?(?:in|up|out)|register|my account|account|subscribe.{0,40}|newsletters?|donate.{0,20}|support us|members?(?:hip)?(?: login)?|cancel reply|go to .{0,30}"
    r"|advertise(?:ment)?(?: with us)?|advertising|contact(?: us)?|about(?: us| \w+)?|our team|careers|jobs|help|faqs?|sitemap|site map|rss(?: feeds?)?"
    r"|privacy(?: policy| settings| manager)?|cookies?(?: policy| settings)?|terms(?: (?:of (?:use|service|sale)|& conditions|and conditions))?|disclaimer|accessibility.{0,20}"
    r"|comments?|leave a (?:reply|comment)|loading\W*|read (?:more|next|later)|see (?:more|all)|show me more .{0,40}|view (?:all|more).{0,20}|show (?:more|less|all)|load more|more|next|previous|listen(?: live.{0,20})?|watch(?: live| now)?"
    r"|(?:previous|next) (?:post|article|story)|trending(?: now)?|most (?:popular|read|viewed)|latest(?: news)?|breaking news:?|live tv|live|video|print|save|gift|×|[→←»«>|]+"
    r"|download(?: (?:the )?(?:full )?(?:report|pdf|app|document|document).{0,40})?|live updates?|key (?:facts|dates)|topics|tags|categor(?:y|ies)|sections?|language|english|español|français|deutsch|source|permalink|editor['’]s picks?|sponsored(?: content)?|ad|recommended(?: stories)?)[.:»›>\s]*",
    re.IGNORECASE,
)
_SHARE_WORD = re.compile(
    r"\b(?:share(?: (?:this|on|via|to|full article))*|facebook|twitter|x|linked ?in|whats ?app|telegram|reddit|pinterest|e-?mail|mail|print|copy(?: link)?|link copied|link|messenger|flipboard|tumblr|"
    r"threads|bluesky|instagram|youtube|tiktok|viber|line|pocket|more|save|bookmark|comments?|tweet|post|this|article|via|on|with|a friend|story)\b",
    re.IGNORECASE,
)
_PROMPT = re.compile(
    r"\b(?:newsletters?|(?:to|in) your inbox|mailing list|instant alerts|breaking news alerts|notification-|e-?mail address|unsubscribe|subscribers? only|free trial|become a (?:member|subscriber|patron)|"
    r"already (?:a subscriber|have an account)|create (?:a )?free account|your (?:support|donation|contribution) (?:keeps|helps|powers|makes)|support our (?:work|journalism)|(?:google )?recaptcha)\b"
    r"|^(?:be the first to know|get .{0,40}(?:updates|alerts|newsletter|brief)\b|sign up (?:here|now|for|to)\b|thank you for (?:your )?(?:subscri|sign)|never miss|enter your email|join (?:our|the) .{0,40}(?:list|channel|community)\b|subscribe (?:to|now|today|for))",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"\b(?:(?:we|this (?:web)?site|and our (?:[0-9,]+ )?partners) (?:and our (?:[0-9,]+ )?partners )?uses? cookies|cookies? or similar technologies|use of cookies|cookie policy|accept all cookies|privacy settings|your consent|withdraw consent|processing of your personal data|process data for|"
    r"your browser does not support|requires javascript|enable javascript|benötigt javascript|ad ?blocker|javascript is (?:disabled|required)|this video (?:can ?not|is not)|playback isn['’]t supported|"
    r"an error (?:has )?occurred|page not found|error message|content you requested|is available to subscribers|delayed at least [0-9]+ minutes|liveblog is no longer being updated|all times are|"
    r"translated by google|improve google translate|responsible for the content of external|not responsible for .{0,40}external|automated translation|machine translation)\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"^(?:copyright\b|©|\(c\)\s*(?:19|20)[0-9]{2})|\ball rights reserved\b|\bsome rights reserved\b|\bcreative commons attribution\b|\bthis (?:work|article|material|content) (?:is licensed|is (?:re)?published under|may not be)\b"
    r"|\bmay not be (?:published|reproduced|broadcast|redistributed|rewritten)\b|\balle rechte vorbehalten\b|\brepublish(?:ed)? (?:our|this) (?:articles?|story) for free\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"^\W*(?:(?:additional )?(?:reporting|report|writing|editing|edited|compiled|graphics?|production|research|fact-?check(?:ing|ed)?) (?:and \w+ )?by\b|editor(?:s|ial)?(?: note)?:|editor['’]s note\b"
    r"|(?:this (?:article|story|piece|report|post|commentary|essay|op-ed|column|text) (?:was|is|has been|originally|first|appeared|also)\b.{0,60}\b(?:published|appeared|produced|written|edited|republished|part of|translated|adapted))"
    r"|our standards:|the views expressed\b|the opinions expressed\b|views expressed (?:in|here)|opinions expressed (?:in|here|by))"
    r"|\bcontributed (?:to )?(?:this (?:report|story|article)|reporting|from)\b.{0,60}$|\b(?:created|made|produced) the graphics? for this\b|\bdo(?:es)? not (?:necessarily )?(?:reflect|represent) (?:the )?(?:views|opinions|official|position)",
    re.IGNORECASE,
)
_BIO = re.compile(
    r"^(?:about the authors?\b|(?:dr\.? |prof\.? |the (?:author|writer) |[A-ZÀ-Þ][\w.'’-]+ (?:[A-ZÀ-Þ][\w.'’-]+ ){1,3})(?:is|was|are|covers|writes|reports|serves as|works as|has (?:been|covered|reported|worked|written))\b"
    r".{0,80}\b(?:fellow|professor|lecturer|reporter|correspondent|columnist|editor|journalist|writer|freelance|freelancer|contributor|author of|analyst|researcher|director of|co-?founder|bureau chief|based in|staff|student|covers|phd|ph\.d)\b)"
)
_TEASER = re.compile(
    r"^(?:(?:previous|next) (?:article|post|story)\b|(?:previous|next)\s*[:»]|[«»←→]\s|list [0-9]+ of [0-9]+|(?:related|recommended|more|also|further) (?:articles?|posts?|stories|reading|reads?|news|coverage|content|topics?|from|on|top)\b"
    r"|you (?:may|might) (?:also )?(?:like|be interested|enjoy)|(?:read|see|watch|listen) (?:also|next|more)\b|also read\b|read more\b|don['’]t miss\b|more from\b|popular (?:from|in|now|posts?)|most (?:read|popular|viewed|shared)\b|trending\b|latest (?:news|from|posts|articles|stories)\b|what to read next|(?:online |upcoming )?events?\s+(?:mon|tue|wed|thu|fri|sat|sun)"
    r"|up next\b|hand curated|editor['’]s picks?|in other news|around the web|promoted|sponsored|from our partners|\W*view [0-9]+ more)",
    re.IGNORECASE,
)
_GALLERY = re.compile(r"^\W*(?:item [0-9]+ of [0-9]+\b|\[[0-9]+\s*/\s*[0-9]+\]|(?:image|photo|picture|video|slide)s?\s*(?:[0-9]+|:|by\b|credit)|\[(?:file|image|photo)\b|caption\b|file photo\b|watch:|listen:)", re.IGNORECASE)
_ENDING = re.compile(
    r"(?:comments?|leave a (?:reply|comment)|related(?: (?:stories|articles|posts|news|topics|content|links|coverage|reading))?|most (?:popular|read|viewed)|popular (?:from|in|now|posts?).{0,20}|trending(?: now)?|recommended(?: (?:stories|articles|posts|reading|videos|for you))?|more (?:from|top|stories|news|coverage)\b.{0,40}|you (?:may|might) .{0,30}"
    r"|about the authors?|share(?: this.{0,20})?|tags?(?::.{0,80})?|filed under.{0,60}|topics?:?|sources?|references|read (?:next|more|also).{0,30}|further reading|see also|previous (?:article|post|story).{0,120}|« previous.{0,120}|next (?:article|post|story).{0,120}|subscribe.{0,40}|sign up.{0,40}|newsletter.{0,30}|back to (?:top|homepage)"
    r"|our standards:.{0,80}|©.{0,80}|copyright.{0,80}|contact us|privacy policy|information|footnotes?|disclaimer|advertisement|support us|cancel reply|print|e-?mail)[.:]*",
    re.IGNORECASE,
)
_LINK_SECTION = re.compile(r"(?:sources?|references|further reading|related (?:reading|links|articles|stories|posts|coverage)|see also|read (?:more|also|next)|more (?:stories|coverage|reading)|links|bibliography|citations?)[\s:]*", re.IGNORECASE)
_LONGEST_MENU_ITEM = 60
_FEWEST_MENU_WORDS = 8
# Headlines of that length need one of these; menus have none.
_JOINING = frozenset(
    "a about after against amid an and are as at be before between but by can could during following for from has have her his how if in into "
    "is it its may new no not of off on or out over says than that the their this through to under until up was what when why will with".split()
)


def furniture_kind(line: str) -> RemovalReason | None:
    """Tell what a line that is no part of a story is, by its own words.

    Args:
        line: A block, tidy.

    Returns:
        The reason for leaving it out; None where nothing in it says so.
    """
    if len(line) <= _LONGEST_MENU_ITEM and _MENU.fullmatch(line):
        return "navigation"
    if is_share_bar(line):
        return "share bar"
    if _COPYRIGHT.search(line) and len(line) < 600:  # noqa: PLR2004 - a notice; in a longer paragraph the words are news
        return "copyright"
    for reason, pattern, longest in _BY_WORDS:
        if len(line) <= longest and pattern.search(line):
            return reason
    if is_menu_line(line) or (len(line) < 160 and _GLUED_LINK.search(line)):  # noqa: PLR2004 - a teaser's length
        return "navigation"
    return None


# "… for market professionalsLearn more about": the space between a line and the link behind it was lost.
_GLUED_LINK = re.compile(r"[a-z](?:Learn|Read|See|Find out|Sign|Click|View|Show) (?:more|up|here|all)\b")


_BY_WORDS: tuple[tuple[RemovalReason, re.Pattern[str], int], ...] = (
    ("related story", _TEASER, 300),
    ("photo credit", _GALLERY, 700),
    ("newsletter prompt", _PROMPT, 260),
    ("newsletter prompt", _NOTICE, 700),
    ("author bio", _STAFF, 900),
)


def is_share_bar(line: str) -> bool:
    """Whether a line is nothing but the names of networks and the word share."""
    if len(line) > 120 or _SHARE_WORD.search(line) is None:  # noqa: PLR2004 - ten networks
        return False
    return not words(_SHARE_WORD.sub(" ", line))


def is_menu_line(line: str) -> bool:
    """Whether a line is a menu that lost its line breaks: many capitalised words without one in lower case."""
    if "::" in line or line.count(" | ") > 2 and len(line) < 200:  # noqa: PLR2004, RUF021 - one or two bars stand beside a title
        return True
    if not ends_open(line):
        return False
    found = words(line)
    return len(found) >= _FEWEST_MENU_WORDS and not any(word[0].islower() or word.lower() in _JOINING for word in found)


def is_biography(line: str) -> bool:
    """Whether a paragraph introduces an author; meant for the paragraphs after the story's end."""
    return len(line) < 900 and _BIO.match(line) is not None  # noqa: PLR2004 - three authors of one commentary


def ends_story(line: str) -> bool:
    """Whether a line is a label below which pages put what is no part of the story."""
    return len(line) <= 140 and _ENDING.fullmatch(line) is not None  # noqa: PLR2004 - "Previous Article" and its headline


def heads_links(line: str) -> bool:
    """Whether a heading announces a list of links."""
    return len(line) <= _LONGEST_MENU_ITEM and _LINK_SECTION.fullmatch(line.strip("# ")) is not None


def is_short_item(line: str) -> bool:
    """Whether a line could be an entry of a menu: a few words, no sentence."""
    return len(line) <= _LONGEST_MENU_ITEM and len(words(line)) <= 7 and ends_open(line) and not line[:1].islower()  # noqa: PLR2004 - "Media & Community Relations" has three


def speaks_to_reader(line: str) -> bool:
    """Whether a whole line is a prompt or a call."""
    return is_call_to_action(line) or _PROMPT.search(line) is not None or _NOTICE.search(line) is not None
