"""The house rules that no linter knows: one direction of imports, quick start, no pickle."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# Each package may import itself and those before it; the last row's members not each other.
LAYERS = ("corpus", "index", "rag")
OUTER = ("ui", "eval")
HEAVY = (
    "faiss",
    "torch",
    "sentence_transformers",
    "streamlit",
    "langchain_core",
    "pyvi",
    "model2vec",
)
COMMANDS = ("corpus", "index", "rag", "eval")


def sources(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Top-level names of the packages that a file imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module.split(".")[0])
    return names


def allowed(package: str) -> set[str]:
    if package in LAYERS:
        return set(LAYERS[: LAYERS.index(package) + 1])
    return {*LAYERS, package}


@pytest.mark.parametrize("package", [*LAYERS, *OUTER])
def test_imports_point_one_way(package: str) -> None:
    own = {*LAYERS, *OUTER, "app", "tests", "tools"}
    wrong = {
        str(path.relative_to(ROOT)): names
        for path in sources(package)
        if (names := (imported(path) & own) - allowed(package))
    }
    assert wrong == {}


@pytest.mark.parametrize("package", [*LAYERS, *OUTER])
def test_modules_of_a_package_have_no_import_cycle(package: str) -> None:
    graph: dict[str, set[str]] = {}
    for path in sources(package):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        top = [node for node in tree.body if isinstance(node, ast.ImportFrom) and node.module]
        graph[name] = {
            node.module for node in top if node.module and node.module.startswith(package)
        }
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail, name))
        if name in done or name not in graph:
            return
        for other in graph[name]:
            visit(other, (*trail, name))
        done.add(name)

    for name in graph:
        visit(name, ())


@pytest.mark.parametrize("command", COMMANDS)
def test_help_starts_without_heavy_libraries(command: str) -> None:
    code = (
        "import sys, runpy\n"
        f"sys.argv = ['{command}', '--help']\n"
        "try:\n"
        f"    runpy.run_module('{command}', run_name='__main__', alter_sys=True)\n"
        "except SystemExit as stop:\n"
        "    assert not stop.code, stop.code\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stderr.strip().splitlines()[-1] == "[]"


def test_a_heavy_library_is_imported_by_few_files() -> None:
    users = {
        name: [
            str(path.relative_to(ROOT))
            for package in (*LAYERS, "eval")
            for path in sources(package)
            if name in imported(path)
        ]
        for name in ("faiss", "torch", "sentence_transformers", "langchain_core", "pyvi")
    }
    assert {name: files for name, files in users.items() if len(files) > 3} == {}
    assert users["faiss"], "the vector index is FAISS"
    assert users["langchain_core"], "the chain is LangChain"


def test_nothing_is_pickled() -> None:
    banned = {"pickle", "dill", "joblib", "shelve", "marshal"}
    found = {
        str(path.relative_to(ROOT)): imported(path) & banned
        for package in (*LAYERS, *OUTER)
        for path in sources(package)
    }
    assert {path: names for path, names in found.items() if names} == {}
