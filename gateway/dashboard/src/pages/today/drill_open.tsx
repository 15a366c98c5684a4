// Which entries behind a bar are asked for. The panel that shows them is fetched when they are.
import {signal} from "@preact/signals";
import type {Params} from "../../live/store";
import {later} from "../../shell/later";

export interface Question {
  title: string;
  params: Params;
  chargeable?: boolean;     // only work that counts into the first column of WIP (W1): no retainer work, nothing in review
  total?: string;           // of the bar, for when there are more entries than are listed
}

export const question = signal<Question | null>(null);
export const drill = (asked: Question) => (question.value = asked);
const {view: Panel} = later(() => import("./drill").then(({Drill}) => Drill));

export const Drill = () => (question.value ? <Panel /> : null);
