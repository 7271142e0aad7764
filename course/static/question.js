// Draws a question with radio buttons. It only shows and reports the choice.
let count = 0;

function render({ model, el }) {
  const name = `course-question-${++count}`;
  const group = document.createElement("fieldset");
  group.className = "course-question";
  const legend = document.createElement("legend");
  legend.textContent = `Predict: ${model.get("question")}`;
  group.append(legend);

  const said = document.createElement("p");
  said.setAttribute("aria-live", "polite");

  const buttons = model.get("choices").map((choice) => {
    const label = document.createElement("label");
    const button = document.createElement("input");
    button.type = "radio";
    button.name = name;
    button.value = choice;
    button.addEventListener("change", () => {
      model.set("choice", choice);
      model.save_changes();
    });
    label.append(button, ` ${choice}`);
    group.append(label);
    return button;
  });

  const show = () => {
    const chosen = model.get("choice");
    buttons.forEach((button) => (button.checked = button.value === chosen));
    said.textContent = chosen
      ? `Recorded: ${chosen}. Now run the next cells and compare.`
      : "Choose before you run the next cell.";
  };
  model.on("change:choice", show);
  show();

  group.append(said);
  // The notebook would otherwise take arrow keys and letters for itself.
  group.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.stopPropagation();
    }
  });
  el.append(group);
  return () => model.off("change:choice", show);
}

export default { render };
