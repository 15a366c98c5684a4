// Icons as strokes on a 20 by 20 grid; they take the colour of the text and say nothing to a screen reader.
const paths = {
  play: "M6.500 4.500v11l9-5.500z",
  stop: "M5.500 5.500h9v9h-9z",
  plus: "M10 4v12M4 10h12",
  search: "M13 13l4 4M8.500 14a5.500 5.500 0 1 0 0-11 5.500 5.500 0 0 0 0 11z",
  sun: "M10 6.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM10 2v1.500M10 16.500V18M2 10h1.500M16.500 10H18M4.300 4.300l1.100 1.100M14.600 14.600l1.100 1.100M4.300 15.700l1.100-1.100M14.600 5.400l1.100-1.100",
  moon: "M16 11.500A6.500 6.500 0 0 1 8.500 4a6.500 6.500 0 1 0 7.500 7.500z",
  system: "M3 4.500h14v9H3zM7.500 17h5M10 13.500V17",
  help: "M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15zM7.800 7.800a2.200 2.200 0 1 1 3.300 2c-.8.400-1.100.900-1.100 1.700M10 14v.1",
  left: "M12 5l-5 5 5 5",
  right: "M8 5l5 5-5 5",
  down: "M5.500 8l4.500 4.500L14.500 8",
  trash: "M4 6h12M8 6V4h4v2M5.500 6l.7 10h7.600l.7-10M8.500 9v4.500M11.500 9v4.500",
  check: "M4.500 10.500l3.500 3.500 7.500-8",
  close: "M5.500 5.500l9 9M14.500 5.500l-9 9",
  alert: "M10 3.500l7.500 13h-15zM10 8.500v3.500M10 14.300v.1",
  clock: "M10 17.500a7.500 7.500 0 1 0 0-15 7.500 7.500 0 0 0 0 15zM10 6v4.500l3 1.500",
  today: "M3.500 5h13v11.500h-13zM3.500 8.500h13M7 3v3.500M13 3v3.500",
  people: "M7.500 9.500a2.700 2.700 0 1 0 0-5.400 2.700 2.700 0 0 0 0 5.400zM2.500 16c.3-2.700 2.300-4.200 5-4.200s4.700 1.500 5 4.200M12.800 4.400a2.600 2.600 0 0 1 0 4.900M14.500 12.200c1.700.6 2.700 1.900 3 3.800",
  bolt: "M11 2.500L4.500 11.500h4.500l-.5 6 6.500-9h-4.500z",
  gear: "M10 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM10 2.500v2M10 15.500v2M2.500 10h2M15.500 10h2M4.700 4.700l1.400 1.400M13.900 13.900l1.400 1.400M4.700 15.300l1.400-1.400M13.900 6.100l1.400-1.400",
  invoice: "M5 2.500h10v15l-2.500-1.500-2.500 1.500-2.500-1.500L5 17.500zM8 6.500h4M8 9.500h4M8 12.500h2",
  run: "M3.500 5h8M3.500 10h5M3.500 15h5M11 13.500l2.200 2.200 4-5",
  coins: "M2.500 6h15v8.500h-15zM10 12.200a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5 8.500v.1M15 12v.1",
  more: "M5 10v.1M10 10v.1M15 10v.1",
} as const;

export type IconName = keyof typeof paths;

export function Icon({name}: {name: IconName}) {
  const solid = name === "play" || name === "stop";
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill={solid ? "currentColor" : "none"} stroke="currentColor" stroke-width={name === "more" ? 2.4 : 1.6}
        stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  );
}
