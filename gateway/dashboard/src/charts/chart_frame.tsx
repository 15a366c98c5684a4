// A chart with its table behind a switch: whoever cannot read the one can read the other. Printing shows the chart.
import type {ComponentChildren} from "preact";
import {useState} from "preact/hooks";
import {Section, Segmented} from "../components/basics";

interface Props {
  title: string;
  note?: ComponentChildren;
  chart: ComponentChildren;
  table: ComponentChildren;
}

export function ChartFrame({title, note, chart, table}: Props) {
  const [view, set_view] = useState<"chart" | "table">("chart");
  const aside = <Segmented label={`Show ${title} as`} value={view} choices={[["chart", "Chart"], ["table", "Table"]]} set={set_view} />;
  return <Section title={title} note={note} aside={aside} class="card">{view === "chart" ? chart : table}</Section>;
}
