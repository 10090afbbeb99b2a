/** Irregular forms of English → the form that regular ones share a stem with. */
const forms = `
arose arisen arise; ate eaten eat; beat beaten beat; became become; began begun begin; bent bend; bet bet; bit bitten bite;
bled bleed; blew blown blow; bore born borne bear; bought buy; bound bind; broke broken break; brought bring; built build;
burnt burn; came come; caught catch; chose chosen choose; clung cling; crept creep; dealt deal; dug dig; drank drunk drink;
drew drawn draw; drove driven drive; fed feed; fell fallen fall; felt feel; fled flee; flew flown fly; forbade forbidden forbid;
forgot forgotten forget; fought fight; found find; froze frozen freeze; gave given give; got gotten get; grew grown grow;
had have; heard hear; held hold; hid hidden hide; hung hang; kept keep; knew known know; laid lay; leapt leap; led lead;
left leave; lent lend; lost lose; made make; meant mean; met meet; paid pay; ran run; rang rung ring; rode ridden ride;
rose risen rise; said say; sang sung sing; sank sunk sink; sat sit; saw seen see; sent send; shook shaken shake; shone shine;
shot shoot; showed shown show; shrank shrunk shrink; slept sleep; slid slide; slipped slip; sold sell; sought seek; spent spend;
split split; spoke spoken speak; sprang sprung spring; stole stolen steal; stood stand; struck stricken strike; stuck stick;
swept sweep; swore sworn swear; swum swam swim; swung swing; taught teach; thought think; threw thrown throw; told tell;
tore torn tear; took taken take; understood understand; undertook undertaken undertake; withdrew withdrawn withdraw;
withheld withhold; woke woken wake; won win; wore worn wear; wound wind; wrote written write; overthrew overthrown overthrow;
overtook overtaken overtake; foresaw foreseen foresee; oversaw overseen oversee; died dead death dying die; withdrawal withdraw;
children child; women woman; men man; people person; lives life; crises crisis; allies ally; worse worst bad; better best good;
`;

// Spelt and written numbers are one.
const numbers = "one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Spelt numbers up to twelve. */
export const spelledNumbers: ReadonlySet<string> = new Set(numbers);

export const irregular: ReadonlyMap<string, string> = new Map([
  ...numbers.map((word, at) => [word, String(at + 1)] as const),
  ...forms
    .split(";")
    .map((line) => line.trim().split(/\s+/))
    .filter((line) => line.length > 1)
    .flatMap((line) => line.slice(0, -1).map((form) => [form, line.at(-1) ?? form] as const)),
]);
