"""What browsers are sent of the widget: one script, one style, small, and the same code that people read."""

import re
import shutil
import subprocess
from functools import partial
from pathlib import Path

from bench.widget_sizes import LAUNCHER_AT_MOST, OPENING_AT_MOST, opening_of, sizes
from web.chat.pages import bundle


def test_the_launcher_is_at_most_3000_bytes() -> None:
    assert sizes()["launcher"] <= LAUNCHER_AT_MOST


def test_everything_that_opening_loads_is_at_most_35_kb() -> None:
    assert opening_of(sizes()) <= OPENING_AT_MOST


SCRIPTS = (
    bundle.conversation_script,
    *(partial(bundle.lazy_script, name) for name in bundle.LAZY),
    *(partial(bundle.launcher_file, name) for name in ("chat.js", "panel.js", "greeting.js")),
)


def test_no_template_stands_within_a_template() -> None:
    """The minifier ends a template at the next backtick: the spaces of one within another would be lost."""
    for script in SCRIPTS:
        for template in re.findall(r"`[^`]*`", script()):
            assert template.count("{") == template.count("}"), template


def test_the_script_is_one_module_in_which_no_name_means_two_things() -> None:
    """Node refuses a name that is declared twice, and whatever the joining or slimming has broken."""
    for script in SCRIPTS:
        node = [shutil.which("node") or "node", "--input-type=module", "--check", "-"]
        checked = subprocess.run(node, input=script(), capture_output=True, text=True, check=False)
        assert checked.returncode == 0, checked.stderr


def test_every_module_is_in_the_script_and_nothing_is_left_to_be_fetched() -> None:
    script = bundle.conversation_script()
    assert not re.search(r"(?:^|[;}\n])(?:import|export)\b", script)
    assert set(re.findall(r"\bfetchLazy\('(.*?)'\)", script)) == {*bundle.LAZY}
    chat = bundle.STATIC / "chat"
    for path in {*chat.rglob("*.js")} - {*(chat / "lazy").iterdir()} - only_of("cards.js"):
        names = re.findall(
            r"^export (?:async )?(?:function|class|const) (\w+)", path.read_text("utf-8"), re.M
        )
        assert all(re.search(rf"\b(?:function|class|const) {name}\b", script) for name in names), path


def only_of(lazy: str) -> set[Path]:
    """The modules that only a lazy script needs."""
    chat = bundle.STATIC / "chat"
    return {*bundle.modules_of(chat / "lazy" / lazy)} - {*bundle.modules_of(chat / "main.js")}


def test_no_module_needs_itself() -> None:
    chat = bundle.STATIC / "chat"
    needs = {
        path: {(path.parent / needed).resolve() for needed in bundle.IMPORT.findall(path.read_text("utf-8"))}
        for path in chat.rglob("*.js")
    }
    # Modules that need nothing which is still there are taken away, until none is left but those of a circle.
    while ready := {path for path in needs if not needs[path] & needs.keys()}:
        needs = {path: needed for path, needed in needs.items() if path not in ready}
    assert not needs


def test_comments_and_space_are_taken_out_of_code_and_not_out_of_what_it_says(tmp_path: Path) -> None:
    script = tmp_path / "one.js"
    script.write_text(
        "// A file.\n\n/**\n * What it does.\n */\nconst a = 'https://x.example'; // why\n"
        "  const b = /\\/\\/ /;\n\n  // More.\n  go(`a  // b\n  ${a}`, b);\n"
    )
    assert bundle.join(script) == "const a='https://x.example';const b=/\\/\\/ /;go(`a  // b\n  ${a}`,b);"
