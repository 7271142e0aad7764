// Brings the map of an open start page up to date when its tab is shown again. The server draws it;
// the links stay as they are, since JupyterLab has made them open a lesson in a tab.
function refresh(map, path) {
  const config = JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}");
  const address = `${config.baseUrl ?? "/"}api/contents/${path}?content=1`;

  const put = (from, into) => {
    into.querySelector("img").src = from.querySelector("img").src;
    into.querySelector("img").alt = from.querySelector("img").alt;
    for (const part of [".course-bar", ".course-step", ".course-so-far"]) {
      into.querySelector(part).innerHTML = from.querySelector(part).innerHTML;
      into.querySelector(part).style.cssText = from.querySelector(part).style.cssText;
    }
  };

  const ask = async () => {
    const answer = await fetch(address);
    if (!answer.ok) return;
    const { cells } = (await answer.json()).content;
    const html = cells.find((cell) => cell.id === "map").outputs[0].data["text/html"];
    const fresh = new DOMParser().parseFromString(html, "text/html");
    const cards = fresh.querySelectorAll(".course-map li");
    map.querySelectorAll("li").forEach((card, i) => cards[i] && put(cards[i], card));
    map.querySelector(".course-in-all").innerHTML = fresh.querySelector(".course-in-all").innerHTML;
  };

  new IntersectionObserver((seen) => {
    if (seen.some((one) => one.isIntersecting)) ask().catch(() => {});
  }).observe(map);
}
