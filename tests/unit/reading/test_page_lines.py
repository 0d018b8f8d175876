"""A line is recognised by its own words, each wording by itself."""

from __future__ import annotations

import pytest

from briefgen.reading.page_lines import furniture_kind, speaks_to_reader

PROMPTS = (
    "Read our NEWSLETTER every day",
    "The newsletter that delivers to you",
    "Newsletters from the coast",
    "Straight to your Inbox",
    "Please join the big mailing list today",
    "For instant alerts press here",
    "notification-bar of the page",
    "Type your e-mail address here",
    "Enter an email address below",
    "Unsubscribe whenever it suits",
    "For subscribers only from today",
    "Start the free trial today and see",
    "Become a member today and help",
    "Are you already a subscriber here?",
    "Those who already have an account go on",
    "Create a free account to go on",
    "Create free account to go on",
    "Guarded by Google reCAPTCHA today",
    "Know that your support keeps us going",
    "Know that your donation helps it",
    "Know that your contribution makes it",
    "Support our journalism from today",
    "Be the first to know of it",
    "Get all the harbour updates by post",
    "Sign up here for more of it",
    "Thank you for subscribing to it",
    "Thank you for your signing of it",
    "Never miss a tide again",
    "Enter your email and go",
    "Join our big harbour community now",
    "Subscribe to the harbour log",
)
NOTICES = (
    "We use cookies on these pages",
    "This website and our 12 partners use cookies",
    "With cookie or similar technologies",
    "You consent to the use of cookies",
    "It is told in our cookie policy",
    "Accept all cookies and go on",
    "Manage my privacy settings here",
    "You may withdraw consent here",
    "Only with your consent is it shown",
    "About the processing of your personal data",
    "We and our partners process data",
    "Partners do the following data things: partners do the following data",
    "Your browser does not support it",
    "This page requires JavaScript to run",
    "JavaScript is disabled on it",
    "Please disable ad blocker now",
    "Playback isn't supported on it",
    "This video cannot be shown",
    "An error occurred on the way",
    "Page not found on the site",
    "Error message of the page",
    "The content you requested is away",
    "The page is available to subscribers",
    "The data is in general delayed at least 15 minutes",
    "The liveblog is no longer being updated",
    "All times are of the east",
    "Translated by Google for you",
    "Help improve Google Translate today",
    "Not responsible for the content of external sites",
)


@pytest.mark.parametrize("line", [*PROMPTS, *NOTICES])
def test_every_wording_is_recognised_however_it_is_capitalised(line: str) -> None:
    """As a prompt, and as what no running text says."""
    assert speaks_to_reader(line)
    assert speaks_to_reader(line.upper())
    assert furniture_kind(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "The council voted on Monday to shut the harbour for a week.",
        "The target is to get 400 boats back by the end of March, the port said.",
        "Researchers found an error in the data of the port, and corrected it.",
    ],
)
def test_news_is_no_prompt(line: str) -> None:
    """Though it may hold a word of one."""
    assert not speaks_to_reader(line)
    assert furniture_kind(line) is None
