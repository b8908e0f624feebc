// Adds a button to each block of code that copies it.
(({ copy, copied }) => {
  const { clipboard } = navigator;
  const create = (name, properties) => Object.assign(document.createElement(name), properties);
  const status = create("p", { className: "visually-hidden", role: "status" });
  document.body.append(status);
  if (!clipboard) return;
  for (const code of document.querySelectorAll("main pre > code")) {
    const box = create("div", { className: "copyable" });
    const button = create("button", { type: "button", textContent: copy });
    button.onclick = async () => {
      try {
        await clipboard.writeText(code.textContent);
        button.textContent = status.textContent = copied;
        setTimeout(() => {
          button.textContent = copy;
          status.textContent = "";
        }, 2000);
      } catch {
        getSelection().selectAllChildren(code);
      }
    };
    code.parentNode.before(box);
    box.append(code.parentNode, button);
  }
})(document.currentScript.dataset);
