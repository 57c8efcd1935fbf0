"""How soon the page stands still, beside pyvis's own page of the same graph. No test: figures of this machine.

    python tests/view/benchmark.py

Everything is opened from disk by one headless Chromium without a network. « Opening » is from the start of the
navigation to the first view at rest: for this page the second frame after it says that it is ready, for pyvis's default
page (its libraries inlined, physics on, as it comes) vis-network's event « stabilized ». Medians of some rounds.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from view.browsing import FLAGS
from view.large import large_corpus
from view.sample import vocabulary

from kg.claims.serialize import claim_line
from kg.records import Corpus, Entity
from kg.view.page import write_page

BESIDE_PYVIS = ((200, 600), (1000, 4000))
LARGEST = (5000, 50_000)
ROUNDS = 3
PATIENCE = 240_000
"""Milliseconds after which pyvis's page counts as never at rest."""
AT_REST = "network.once('stabilized', () => { window.atRest = performance.now(); });"
FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))"
FILTERS = ("#filter-status-alleged", "#filter-family-Hostility", "#filter-class-State", "#filters-two", "#filters-two")
FILTER = """async (id) => {
  const start = performance.now();
  document.querySelector(id).click();
  await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}"""


def pyvis_page(source: Corpus, path: Path) -> None:
    """pyvis's default page of the same nodes and edges, told to note when it is at rest."""
    from pyvis.network import Network

    net = Network(directed=True, cdn_resources="in_line")
    for item in source.relationships:
        ends = [party for party in (item.subject, item.object) if isinstance(party, Entity)]
        for party in ends:
            net.add_node(party.id, label=party.label)
        net.add_edge(*(party.id for party in ends), title=item.relation)
    text = net.generate_html()
    end = text.rindex("</body>")
    path.write_text(f"{text[:end]}<script>{AT_REST}</script>{text[end:]}", encoding="utf-8")


def opened(browser: Any, path: Path) -> Any:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True, locale="fr-FR")
    page = context.new_page()
    page.route("http*://**", lambda route: route.abort())
    page.goto(path.as_uri(), wait_until="commit")
    return page


def own_opening(browser: Any, path: Path) -> tuple[float, float]:
    """Seconds until the first view of our page is at rest, and the processor's seconds that the page took for it."""
    page = opened(browser, path)
    page.wait_for_selector("html[data-ready]", state="attached", timeout=PATIENCE)
    seconds: float = page.evaluate(FRAMES) / 1000
    worked = processor_seconds(browser)
    page.context.close()
    return seconds, worked


def processor_seconds(browser: Any) -> float:
    """Processor time of the pages that are open: what does not depend on who else uses the machine."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return float(max(process["cpuTime"] for process in processes if process["type"] == "renderer"))


def medians(browser: Any, path: Path) -> tuple[float, float]:
    """Of some rounds: seconds until our page is at rest, and processor seconds."""
    rounds = [own_opening(browser, path) for _ in range(ROUNDS)]
    return statistics.median(wall for wall, _ in rounds), statistics.median(worked for _, worked in rounds)


def pyvis_opening(browser: Any, path: Path) -> float | None:
    """Seconds until pyvis's page is at rest; None when it is not within ``PATIENCE``."""
    from playwright.sync_api import TimeoutError as Late

    page = opened(browser, path)
    try:
        page.wait_for_function("window.atRest !== undefined", timeout=PATIENCE)
        return float(page.evaluate("window.atRest")) / 1000
    except Late:
        return None
    finally:
        page.context.close()


def filter_times(browser: Any, path: Path) -> list[tuple[float, float]]:
    """Milliseconds from a click on a filter to the next frame, and those that the processor took until all stood."""
    page = opened(browser, path)
    page.wait_for_selector("html[data-ready]", state="attached", timeout=PATIENCE)
    page.wait_for_timeout(1000)
    times = []
    for name in FILTERS:
        before = processor_seconds(browser)
        wall = float(page.evaluate(FILTER, name))
        page.wait_for_timeout(500)
        times.append((wall, 1000 * (processor_seconds(browser) - before)))
    page.context.close()
    return times


def main() -> None:
    """Print the figures."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, medians of {ROUNDS}")
    with sync_playwright() as player, tempfile.TemporaryDirectory() as folder:
        browser = player.chromium.launch(executable_path=chromium, args=FLAGS)
        for actors, claims in BESIDE_PYVIS:
            source = large_corpus(actors, claims)
            ours, theirs = Path(folder) / "ours.html", Path(folder) / "pyvis.html"
            write_page(source, vocabulary(), ours)
            pyvis_page(source, theirs)
            own, worked = medians(browser, ours)
            other = pyvis_opening(browser, theirs)
            told = f"{other:.1f} s, {other / own:.0f} times as long" if other else f"not within {PATIENCE // 1000} s"
            edges = len(source.relationships)
            print(f"{actors:,} actors, {claims:,} claims, {edges:,} edges: {own:.2f} s (processor {worked:.2f} s)")
            print(f"  pyvis {told}")
        source = large_corpus(*LARGEST)
        path = Path(folder) / "largest.html"
        write_page(source, vocabulary(), path)
        own, worked = medians(browser, path)
        times = filter_times(browser, path)
        size = path.stat().st_size / sum(len(claim_line(claim).encode()) + 1 for claim in source.claims)
        edges = len(source.relationships)
        print(f"{LARGEST[0]:,} actors, {LARGEST[1]:,} claims, {edges:,} edges: {own:.2f} s (processor {worked:.2f} s)")
        for kind, found in zip(("", " of the processor"), zip(*times, strict=True), strict=True):
            print(f"a filter there: {statistics.median(found):.0f} ms{kind}, slowest {max(found):.0f} ms")
        print(f"its file: {path.stat().st_size / 1e6:.1f} MB, {size:.2f} times claims.jsonl")
        browser.close()


if __name__ == "__main__":
    main()
