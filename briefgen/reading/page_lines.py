"""A line -> which piece of a web page's furniture it is: menu, share bar, prompt, teaser's label, copyright, credit of staff."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from briefgen.reading.calls import is_call_to_action
from briefgen.reading.patterns import any_of
from briefgen.reading.shapes import ends_open, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefgen.model.article import RemovalReason

_MENU = any_of(
    r"(?:skip (?:to|navigation)\b.{0,30}|(?:main |mobile )?menu|home|back to (?:home(?:page)?|top))[.:»›>\s]*",
    r"(?:search(?: .{0,30})?|close(?: .{0,20})?|open (?:navigation|search).{0,20})[.:»›>\s]*",
    r"(?:(?:sign|log) ?(?:in|up|out)|register|my account|account|subscribe.{0,40}|newsletters?)[.:»›>\s]*",
    r"(?:donate.{0,20}|support us|members?(?:hip)?(?: login)?|cancel reply|go to .{0,30})[.:»›>\s]*",
    r"(?:advertise(?:ment)?(?: with us)?|advertising|contact(?: us)?|about(?: us| \w+)?|our team)[.:»›>\s]*",
    r"(?:careers|jobs|help|faqs?|sitemap|site map|rss(?: feeds?)?)[.:»›>\s]*",
    r"(?:privacy(?: policy| settings| manager)?|cookies?(?: policy| settings)?)[.:»›>\s]*",
    r"(?:terms(?: (?:of (?:use|service|sale)|& conditions|and conditions))?|disclaimer)[.:»›>\s]*",
    r"(?:accessibility.{0,20}|comments?|leave a (?:reply|comment)|loading\W*|read (?:more|next|later))[.:»›>\s]*",
    r"(?:see (?:more|all)|show me more .{0,40}|view (?:all|more).{0,20}|show (?:more|less|all))[.:»›>\s]*",
    r"(?:load more|more|next|previous|listen(?: live.{0,20})?|watch(?: live| now)?)[.:»›>\s]*",
    r"(?:(?:previous|next) (?:post|article|story)|trending(?: now)?|most (?:popular|read|viewed))[.:»›>\s]*",
    r"(?:latest(?: news)?|breaking news:?|live tv|live|video|print|save|gift|×|[→←»«>|]+)[.:»›>\s]*",
    r"(?:download(?: (?:the )?(?:full )?(?:report|pdf|app|document|document).{0,40})?|live updates?)[.:»›>\s]*",
    r"(?:key (?:facts|dates)|topics|tags|categor(?:y|ies)|sections?|language|english|español|français)[.:»›>\s]*",
    r"(?:deutsch|source|permalink|editor['’]s picks?|sponsored(?: content)?|ad|recommended(?: stories)?)[.:»›>\s]*",
)
_SHARE_WORD = any_of(
    r"\b(?:share(?: (?:this|on|via|to|full article))*|facebook|twitter|x|linked ?in|whats ?app|telegram|reddit)\b",
    r"\b(?:pinterest|e-?mail|mail|print|copy(?: link)?|link copied|link|messenger|flipboard|tumblr|threads)\b",
    r"\b(?:bluesky|instagram|youtube|tiktok|viber|line|pocket|more|save|bookmark|comments?|tweet|post|this)\b",
    r"\b(?:article|via|on|with|a friend|story)\b",
)
_PROMPT = any_of(
    r"\b(?:our|your|free|daily|weekly|sign up|subscribe|flagship|inside track|essential)\b.{0,80}\bnewsletters?\b",
    r"\bnewsletters?\b.{0,120}\b(?:our|your|free|daily|weekly|sign up|subscribe|inbox|guide|delivers?|delivering)\b",
    r"^newsletters?\b|\b(?:to|in) your inbox\b|\bjoin (?:our|the) .{0,40}\bmailing list\b|\binstant alerts\b|^notification-",
    r"\b(?:your|enter an?) e-?mail address\b|\bunsubscribe\b|\bsubscribers only\b|\bfree trial (?:today|now)\b",
    r"\bbecome a (?:member|subscriber|patron) (?:today|now|to|and)\b|\balready (?:a subscriber|have an account)\b",
    r"\bcreate (?:a )?free account\b|\b(?:google )?recaptcha\b",
    r"\byour (?:support|donation|contribution) (?:keeps|helps|powers|makes)\b|\bsupport our (?:work|journalism)\b",
    r"^(?:be the first to know|get .{0,40}(?:updates|alerts|newsletter|brief)\b|sign up (?:here|now|for|to)\b)",
    r"^(?:thank you for (?:your )?(?:subscri|sign)|never miss|enter your email)",
    r"^(?:join (?:our|the) .{0,40}(?:list|channel|community)\b|subscribe (?:to|now|today|for))",
)
_NOTICE = any_of(
    r"\b(?:we|this (?:web)?site|partners) (?:and our (?:[0-9,]+ )?partners )?uses? cookies\b",
    r"\bcookies? or similar technologies\b",
    r"\b(?:consent to the use of cookies|our cookie policy|accept all cookies|manage my privacy settings|withdraw consent)\b",
    r"\b(?:with your consent|based on your consent|withdraw your consent|processing of your personal data)\b",
    r"\b(?:partners|we) (?:and our partners )?(?:process|do the following) data\b",
    r"\byour browser (?:does not|doesn['’]t) support\b|\b(?:requires|enable|benötigt) javascript\b",
    r"\bjavascript is (?:disabled|required)\b|\b(?:disable|your) (?:browser or )?ad ?blocker\b|\bplayback isn['’]t supported\b",
    r"^this video (?:can ?not|is not)\b|^an error (?:has )?occurred\b|^page not found\b|^error message\b",
    r"^the content you requested\b|\bpage is available to subscribers\b|\bdata is .{0,40}\bdelayed at least [0-9]+ minutes\b",
    r"\bliveblog is no longer being updated\b|^all times are\b|^translated by google\b|\bimprove google translate\b",
    r"\bnot responsible for .{0,40}\bexternal (?:sites|links|websites)\b",
)
# Each alternative above needs one of these stretches; to look for them costs a twentieth of trying the alternatives.
_PROMPT_NEEDS = (
    *"newsletter|inbox|mailing list|instant alert|notification-|mail address|subscri|free trial|become a |already ".split(
        "|"
    ),
    *"free account|recaptcha|your support|your donation|your contribution|support our|be the first|get ".split("|"),
    *"sign up|for sign|for your sign|never miss|enter your|join ".split("|"),
)
_NOTICE_NEEDS = (
    *"cookie|privacy settings|consent|personal data|process data|following data|browser|javascript|blocker".split("|"),
    *"playback|this video|error|not found|content you requested|subscribers|delayed at least|liveblog".split("|"),
    *"all times are|translate|not responsible for".split("|"),
)
_COPYRIGHT = any_of(
    r"^(?:copyright\b|©|\(c\)\s*(?:19|20)[0-9]{2})|\ball rights reserved\b|\bsome rights reserved\b",
    r"\bcreative commons attribution\b",
    r"\bthis (?:work|article|material|content) (?:is licensed|is (?:re)?published under|may not be)\b",
    r"\bmay not be (?:published|reproduced|broadcast|redistributed|rewritten)\b|\balle rechte vorbehalten\b",
    r"\brepublish(?:ed)? (?:our|this) (?:articles?|story) for free\b",
)
_STAFF = any_of(
    r"^\W*(?:with )?(?:additional |further )?(?:reporting|writing|editing)(?: and \w+)? by\b",
    r"^\W*(?:edited|compiled|fact-?checked) by\b",
    r"^\W*additional (?:research|production|graphics) by\b|^\W*editor['’]s note\b|^\W*editor(?:ial)? note:|^\W*editors?:",
    r"^\W*this (?:article|story|piece|post|commentary|essay|op-ed|column|text|report) (?:was |has been |is |first |also )*"
    r"(?:originally|first|re-?published|adapted|translated|part of|produced (?:by|with|in)|appeared)\b",
    r"^\W*our standards:|^\W*(?:the )?(?:views|opinions) expressed\b",
    r"\bcontributed (?:to )?(?:this (?:report|story|article)|reporting|from)\b.{0,60}$",
    r"\b(?:created|made|produced) the graphics? for this\b",
    r"\b(?:views|opinions)\b.{0,80}\bdo(?:es)? not (?:necessarily )?(?:reflect|represent)\b",
)
_WHO = r"(?:dr\.? |prof\.? |the (?:author|writer) |[A-ZÀ-Þ][\w.'’-]+ (?:[A-ZÀ-Þ][\w.'’-]+ ){1,3})"
_DOES = r"(?:is|was|are|covers|writes|reports|serves as|works as|has (?:been|covered|reported|worked|written))"
_POST = (
    r"(?:fellow|professor|lecturer|reporter|correspondent|columnist|editor|journalist|writer|freelance|freelancer|contributor|"
    r"author of|analyst|researcher|director of|co-?founder|bureau chief|based in|staff|student|covers|phd|ph\.d)"
)
_BIO = any_of(r"[Aa]bout the authors?\b", rf"{_WHO}{_DOES}\b.{{0,80}}\b{_POST}\b", ignore_case=False)
_TEASER = any_of(
    r"^(?:previous|next) (?:article|post|story)\b|^(?:previous|next)\s*[:»]|^[«»←→]\s|^list [0-9]+ of [0-9]+",
    r"^(?:related|recommended|also|further) (?:articles?|posts?|stories|reading|reads?|coverage|content|topics?)\b",
    r"^you (?:may|might) (?:also )?(?:like|be interested|enjoy)\b|^(?:read|see|watch|listen) (?:also|next|more)\b",
    r"^also read\b|^what to read next\b|^(?:online |upcoming )?events?\s+(?:mon|tue|wed|thu|fri|sat|sun)\b",
)
# These begin sentences, too: they count in short lines without a full stop only.
_TEASER_LABEL = any_of(
    r"more (?:from|on|news|stories|coverage|top)\b|don['’]t miss\b|popular (?:from|in|now|posts?)\b",
    r"most (?:read|popular|viewed|shared)\b|trending\b|latest (?:news|from|posts|articles|stories)\b|up next\b",
    r"hand curated\b|editor['’]s picks?\b|in other news\b|around the web\b|promoted\b|sponsored\b|from our partners\b",
    r"\W*view [0-9]+ more\b|follow (?:all )?(?:of )?\w+['’]s? coverage\b|24/7 coverage\b",
)
_GALLERY = any_of(
    r"^\W*(?:item [0-9]+ of [0-9]+\b|\[[0-9]+\s*/\s*[0-9]+\])",
    r"^\W*(?:(?:image|photo|picture|video|slide)s?\s*(?:[0-9]+|:|by\b|credit)|\[(?:file|image|photo)\b|caption\b)",
    r"^\W*(?:file photo\b|watch:|listen:)",
)
_ENDING = any_of(
    r"(?:comments?|leave a (?:reply|comment))[.:]*",
    r"(?:related(?: (?:stories|articles|posts|news|topics|content|links|coverage|reading))?)[.:]*",
    r"(?:most (?:popular|read|viewed)|popular (?:from|in|now|posts?).{0,20}|trending(?: now)?)[.:]*",
    r"(?:recommended(?: (?:stories|articles|posts|reading|videos|for you))?)[.:]*",
    r"(?:more (?:from|top|stories|news|coverage)\b.{0,40}|you (?:may|might) .{0,30}|about the authors?)[.:]*",
    r"(?:share(?: this.{0,20})?|tags?(?::.{0,80})?|filed under.{0,60}|topics?:?|sources?|references)[.:]*",
    r"(?:read (?:next|more|also).{0,30}|further reading|see also|previous (?:article|post|story).{0,120})[.:]*",
    r"(?:« previous.{0,120}|next (?:article|post|story).{0,120}|subscribe.{0,40}|sign up.{0,40})[.:]*",
    r"(?:newsletter.{0,30}|back to (?:top|homepage)|our standards:.{0,80}|©.{0,80}|copyright.{0,80})[.:]*",
    r"(?:contact us|privacy policy|information|footnotes?|disclaimer|advertisement|support us|cancel reply)[.:]*",
    r"(?:print|e-?mail)[.:]*",
)
_LINK_SECTION = any_of(
    r"(?:sources?|references|further reading|related (?:reading|links|articles|stories|posts|coverage))[\s:]*",
    r"(?:see also|read (?:more|also|next)|more (?:stories|coverage|reading)|links|bibliography|citations?)[\s:]*",
)
_LONGEST_MENU_ITEM = 60
_LONGEST_LABEL = 90
_FEWEST_MENU_WORDS = 8
# Headlines of that length need one of these; menus have none.
_JOINING = frozenset(
    "a about after against amid an and are as at be before between but by can could during following for from has have "
    "her his how if in into is it its may new no not of off on or out over says than that the their this through to under "
    "until up was what when why will with".split()
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
    if len(line) <= _LONGEST_LABEL and ends_open(line) and _TEASER_LABEL.match(line):
        return "related story"
    for reason, is_found, longest in _BY_WORDS:
        if len(line) <= longest and is_found(line):
            return reason
    if is_menu_line(line) or (len(line) < 160 and _GLUED_LINK.search(line)):  # noqa: PLR2004 - a teaser's length
        return "navigation"
    return None


# "… for ferry passengersLearn more about": the space between a line and the link behind it was lost.
_GLUED_LINK = re.compile(r"[a-z](?:Learn|Read|See|Find out|Sign|Click|View|Show) (?:more|up|here|all)\b")


@lru_cache(maxsize=256)
def _prompts(line: str) -> bool:
    """Whether a line invites to subscribe; kept, since each line is asked again for whether it is running text."""
    return _may_match(line, _PROMPT_NEEDS) and _PROMPT.search(line) is not None


@lru_cache(maxsize=256)
def _gives_notice(line: str) -> bool:
    """Whether a line is about cookies, scripts and the like; kept as above."""
    return _may_match(line, _NOTICE_NEEDS) and _NOTICE.search(line) is not None


def _may_match(line: str, needs: tuple[str, ...]) -> bool:
    folded = line.casefold()
    return any(stretch in folded for stretch in needs)


_BY_WORDS: tuple[tuple[RemovalReason, Callable[[str], object], int], ...] = (
    ("related story", _TEASER.search, 300),
    ("photo credit", _GALLERY.search, 700),
    ("newsletter prompt", _prompts, 260),
    ("newsletter prompt", _gives_notice, 700),
    ("author bio", _STAFF.search, 900),
)
_LONGEST_KEPT = 700


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
    return len(line) <= _LONGEST_MENU_ITEM and len(words(line)) <= 7 and ends_open(line) and not line[:1].islower()  # noqa: PLR2004 - "Press & Visitor Services" has three


def speaks_to_reader(line: str) -> bool:
    """Whether a whole line is a prompt or a call."""
    if len(line) > _LONGEST_KEPT:
        return is_call_to_action(line) or bool(_PROMPT.search(line) or _NOTICE.search(line))
    return is_call_to_action(line) or _prompts(line) or _gives_notice(line)
