// The team: who logs time, and the hours a week they are contracted for (2.10).
import {Badge, Section} from "../../components/basics";
import {InlineEdit} from "../../components/inline_edit";
import {month_start} from "../../formats/date";
import {hours_minutes} from "../../formats/duration";
import {read_duration, typed_seconds} from "../../input/duration_text";
import {command} from "../../live/commands";
import type {DirectoryRow} from "../../live/wire";
import {me, of_noun, today} from "../../shell/session";
import {refused, said} from "../../shell/toasts";
import {add, AddLine, fresh_id} from "./add_line";

const week_seconds_max = 5 * 24 * 3600;

// A bare number is hours here, whatever its size: "40".
function read_week(typed: string): number | null {
  const read = read_duration(/^\d+$/.test(typed.trim()) ? `${typed.trim()}h` : typed);
  const seconds = read ? typed_seconds(read) : null;
  return seconds !== null && seconds <= week_seconds_max ? seconds : null;
}

// Five equal days, Monday to Friday; what does not divide goes to Monday.
export function five_days(seconds: number): Record<string, number> {
  const day = Math.floor(seconds / 5);
  return {monday: day + (seconds - 5 * day), tuesday: day, wednesday: day, thursday: day, friday: day, saturday: 0, sunday: 0};
}

async function set_week(member: DirectoryRow, typed: string): Promise<void> {
  const seconds = read_week(typed);
  if (seconds === null) return;
  const outcome = await command("SetContractedHours", {member: member.id, valid_from: month_start(today.peek()), week: five_days(seconds)});
  if (!outcome.ok) return refused(outcome.problem, "Hours not set");
  said(`${member.name}: ${hours_minutes(seconds)} a week from this month on`);
}

async function rename(member: DirectoryRow, name: string): Promise<void> {
  const outcome = await command("ChangeMember", {member: member.id, name});
  if (!outcome.ok) return refused(outcome.problem, "Not renamed");
  said(`Renamed to ${name}`, () => void command("ChangeMember", {member: member.id, name: member.name}).then((back) => back.ok || refused(back.problem)));
}

const week_hint = (typed: string) => {
  const seconds = read_week(typed);
  return seconds === null ? null : `${hours_minutes(seconds)} a week`;
};

export function Team() {
  const join = (name: string) => add("AddMember", {member: fresh_id("member", name), name}, `${name} added`);
  return (
    <Section title="Team" class="card" note="Contracted hours make utilisation: they count from the first of this month." aside={<AddLine label="New member" placeholder="Name" add={join} />}>
      <ul class="plain-list">
        {of_noun("member").map((member) => (
          <li key={member.id}>
            <span><InlineEdit label="Name" value={member.name} save={(name) => name && void rename(member, name)} />{member.id === me.value && <small class="faint"> you</small>}</span>{member.role && <Badge>{member.role}</Badge>}
            <InlineEdit label={`Hours a week of ${member.name}`} class="week-hours" value="" empty="Set hours a week" hint={week_hint} save={(typed) => void set_week(member, typed)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
