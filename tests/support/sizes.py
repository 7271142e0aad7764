"""How large the parts of an explorer are in a page, and where they end."""

# The highest and lowest edge of what must be seen at once, and how high the room for it is.
TOGETHER = """(root) => {
    const box = (node) => node.getBoundingClientRect();
    const parts = [root.querySelector(".ce-title"), ...root.querySelectorAll("[data-control]"),
                   root.querySelector(".ce-said"), root.querySelector(".ce-picture")];
    const boxes = parts.map(box);
    return { need: Math.max(...boxes.map((b) => b.bottom)) - Math.min(...boxes.map((b) => b.top)),
             room: box(root.closest(".jp-WindowedPanel-outer, .jp-Notebook")).height };
}"""
# The size of each text of the pictures, as it is on the screen.
TEXTS = """(root) => [...new Set([...root.querySelectorAll(".ce-picture")].flatMap((svg) => {
    const scaled = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    return [...svg.querySelectorAll("text")].map(
        (node) => Math.round(10 * scaled * parseFloat(getComputedStyle(node).fontSize)) / 10);
}))]"""
PICTURES = """(root) => [...root.querySelectorAll(".ce-picture")].map((svg) => {
    const { x, y, width, height } = svg.getBoundingClientRect();
    return [x, y, width, height].map(Math.round);
})"""
# Parts that reach beyond the explorer's own edge, but for tables that can be moved sideways.
BEYOND = """(root) => {
    const right = root.getBoundingClientRect().right + 1;
    return [...root.querySelectorAll("*")].filter((node) =>
        node.getBoundingClientRect().right > right && !node.closest(".ce-wide, .ce-live")
        && !node.closest("[clip-path]")).map((node) => node.outerHTML.slice(0, 80));
}"""
