// Runs once a page load: sets the language, copies text, and puts Streamlit's few fixed words into Vietnamese.
(() => {
  document.documentElement.lang = "vi";
  if (window.troLyCuon) return;
  const settings = /*SETTINGS*/;
  const words = new Map(Object.entries(settings.words));
  // A key that ends in a blank stands for the beginning of a label: "Remove Hà Tĩnh".
  const beginnings = [...words.keys()].filter((key) => key.endsWith(" "));
  const attributes = ["aria-label", "aria-roledescription", "title", "placeholder", "alt"];

  const inVietnamese = (text) => words.get(text.trim());
  const withBeginning = (text) => {
    const key = beginnings.find((beginning) => text.startsWith(beginning));
    return key && words.get(key) + text.slice(key.length);
  };
  const translateText = (node) => {
    const parent = node.parentElement;
    if (!parent || parent.closest("script,style,textarea,input,.stHtml,.stCode")) return;
    const found = inVietnamese(node.nodeValue || "");
    if (found) node.nodeValue = found;
  };
  const translateAttributes = (element) => {
    for (const name of attributes) {
      const value = element.getAttribute(name);
      const found = value && (inVietnamese(value) || withBeginning(value));
      if (found) element.setAttribute(name, found);
    }
  };
  const translate = (root) => {
    if (root.nodeType === Node.TEXT_NODE) return translateText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    translateAttributes(root);
    root.querySelectorAll(attributes.map((name) => `[${name}]`).join(",")).forEach(translateAttributes);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) translateText(walker.currentNode);
  };
  translate(document.body);
  new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "attributes") translateAttributes(change.target);
      else if (change.type === "characterData") translateText(change.target);
      else change.addedNodes.forEach(translate);
    }
  }).observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes,
  });

  const copyOldWay = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };
  const copy = async (text) => {
    if (navigator.clipboard && window.isSecureContext) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        return copyOldWay(text);
      }
    }
    return copyOldWay(text);
  };
  const spoken = document.createElement("div");
  spoken.className = "tl-doc-len";
  spoken.setAttribute("role", "status");
  document.body.append(spoken);
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-copy]");
    if (!button) return;
    const message = (await copy(button.dataset.copy)) ? settings.copied : settings.copyFailed;
    spoken.textContent = message;
    button.dataset.words = button.dataset.words || button.textContent;
    button.textContent = message;
    setTimeout(() => {
      button.textContent = button.dataset.words;
      spoken.textContent = "";
    }, 2000);
  });

  // Does something with an element as soon as it is there: pages are drawn piece by piece.
  const whenThere = (id, act) => {
    const until = Date.now() + 5000;
    const attempt = () => {
      const target = document.getElementById(id);
      if (target) act(target);
      else if (Date.now() < until) requestAnimationFrame(attempt);
    };
    attempt();
  };

  // A number in an answer leads to its card without a change of address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.tl-so[href^='#']");
    if (!link) return;
    event.preventDefault();
    whenThere(link.getAttribute("href").slice(1), (card) => {
      const fold = card.closest("details");
      if (fold) fold.open = true;
      card.scrollIntoView({ block: "center" });
      card.focus({ preventScroll: true });
    });
  });

  // A link to another screen changes the address and lets Streamlit draw it: no page load, the
  // conversation is kept, and the back button works.
  document.addEventListener("click", (event) => {
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest("a.tl-lk");
    if (!link) return;
    const there = new URL(link.getAttribute("href"), document.baseURI);
    if (there.origin !== location.origin) return;
    event.preventDefault();
    history.pushState({}, "", there);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  });

  // Brings an element into view; ``focus`` also puts the keyboard at it.
  window.troLyCuon = (id, focus) =>
    whenThere(id, (target) => {
      target.scrollIntoView({ block: "start" });
      if (focus) target.focus({ preventScroll: true });
    });
})();
