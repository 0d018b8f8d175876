"""What readers of feeds and manifests load by themselves is found; what they only lead to is passed over."""

from __future__ import annotations

import pytest
from lxml import etree

from briefgen.verifying.feed_requests import declared, json_requests, manifest_requests, xml_requests
from briefgen.verifying.pictures import read_picture
from briefgen.verifying.verify import Grounds, Verification

_A = "https://e.example/a"
_ATOM = '<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'
_RSS = '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>{}</channel></rss>'


@pytest.mark.parametrize(
    "feed",
    [
        _ATOM.format(f"<logo>{_A}</logo>"),
        _ATOM.format(f'<entry><summary type="html">&lt;img src="{_A}"&gt;</summary></entry>'),
        _ATOM.format(
            f'<entry><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><img src="{_A}"/></div></content></entry>'
        ),
        _RSS.format(f"<image><url>{_A}</url></image>"),
        _RSS.format(f"<item><description>&lt;p style='background: url({_A})'&gt;</description></item>"),
        _RSS.format(f"<item><content:encoded><![CDATA[<iframe src={_A}></iframe>]]></content:encoded></item>"),
    ],
)
def test_what_readers_of_a_feed_load_is_found(feed: str) -> None:
    """Its pictures, and what stands in its entries; links are a reader's own business."""
    assert [one.address for one in xml_requests(etree.fromstring(feed))] == [_A]
    linked = feed.replace("img src", "a href").replace("iframe src", "a href").replace("style=", "title=")
    if linked != feed:
        assert list(xml_requests(etree.fromstring(linked))) == []


def test_what_readers_of_a_json_feed_load_is_found() -> None:
    """Icons, pictures of entries and of authors, bodies; whatever else a file holds breaks nothing."""
    feed = {
        "icon": _A,
        "authors": [{"avatar": _A}, 1],
        "items": [{"image": _A}, {"content_html": f"<img src={_A}>"}, 2],
    }
    assert [one.address for one in json_requests(feed)] == [_A] * 4
    assert (
        list(json_requests({"home_page_url": _A, "items": [{"url": _A, "content_html": f"<a href={_A}>x</a>"}]})) == []
    )
    assert list(json_requests([1])) == list(json_requests({"items": 1, "icon": 2})) == []


def test_pictures_of_a_manifest_are_found() -> None:
    """Icons, screenshots, those of shortcuts."""
    picture = [{"src": _A}, {"src": 1}, 2]
    told = {"icons": picture, "screenshots": picture, "shortcuts": [{"icons": picture}, 3]}
    assert [one.address for one in manifest_requests(told)] == [_A] * 3
    assert list(manifest_requests([])) == list(manifest_requests({"icons": {}})) == []


def test_what_xml_has_loaded_before_it_begins_is_found() -> None:
    """Style sheets and entities that stand elsewhere; the document type of old pictures is loaded by nobody."""
    text = f"""<?xml version="1.0"?>
<?xml-stylesheet type="text/xsl" href="{_A}"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
<!ENTITY one "http://www.w3.org/2000/svg">
<!ENTITY two SYSTEM '{_A}2'>
<!ENTITY % three PUBLIC "x" "{_A}3">
]>"""
    assert [(one.address, one.line) for one in declared(text)] == [(_A, 2), (f"{_A}2", 5), (f"{_A}3", 6)]


def test_a_picture_is_read_as_a_browser_reads_it() -> None:
    """Names with prefixes, entities of its own, links within; nothing of another file is loaded into it."""
    page, found = read_picture(
        b"""<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg"> <!ENTITY x SYSTEM "file:///etc/hostname">]>
<s:svg xmlns:s="&ns;" xmlns:l="http://www.w3.org/1999/xlink"><s:image l:href="a.png" href="b.png"/>
<s:feImage l:href="c.png"/><s:text>&x;</s:text></s:svg>"""
    )
    assert found == []
    assert [(one.address, one.directive) for one in page.references] == [("b.png", "img-src"), ("c.png", "img-src")]


def test_a_picture_with_more_in_it_than_a_parser_takes_is_told() -> None:
    """It is not called broken."""
    deep = b"<svg>" + b"<g>" * 400 + b"</g>" * 400 + b"</svg>"
    assert [one.code for one in read_picture(deep)[1]] == ["file-too-large"]


def test_a_page_of_xml_is_read_as_such() -> None:
    """With names that have a prefix; one that is no XML is read as any page."""
    for page in (
        f'<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:body><h:img src="{_A}"/></h:body></h:html>',
        f"<html><body><p><img src={_A}></body></html>",
    ):
        verification = Verification(["a.xhtml"], Grounds(parts=frozenset(["requests"])))
        verification.look("a.xhtml", page.encode())
        assert [one.code for one in verification.problems()] == ["foreign-request"]
