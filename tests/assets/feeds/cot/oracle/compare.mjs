// make: writes events.cot, a stream of random events from a fixed seed.
// compare: reads the events with node-cot and compares them with ours.jsonl, the output of Theatrum; exits with 1 when
// they differ.
import * as lib from '@tak-ps/node-cot';
import { readFileSync, writeFileSync } from 'node:fs';

let seed = 20240731;
const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
const between = (low, high) => low + (high - low) * random();
const one = (list) => list[Math.floor(random() * list.length)];
const iso = (seconds) => new Date((1722427200 + seconds) * 1000).toISOString().replace('.000', '');

function event(i) {
    const time = Math.floor(between(0, 86400));
    const type = one(['a-f-S-C-L-F-F', 'a-h-S', 'a-n-A-C-F', 'a-u-G', 'a-f-G-U-C', 'a-f-A-M-F-Q']);
    const name = one(['BRAVO', 'Smith &amp; Co', '부산', 'Nguy&#7877;n', 'A &lt;b&gt;', '']);
    const quote = one(['"', "'"]);
    const at = (key, value) => ` ${key}=${quote}${value}${quote}`;
    const unknown = i % 7 === 0;
    const hae = unknown ? '9999999' : between(-50, 12000).toFixed(1), ce = unknown ? '9999999.0' : between(1, 500).toFixed(1);
    const contact = name ? `<contact${at('callsign', name)}/>` : '';
    const track = i % 3 ? `<track${at('course', between(0, 359.9).toFixed(2))}${at('speed', between(0, 300).toFixed(2))}/>` : '';
    const remarks = i % 5 ? '' : '<remarks><![CDATA[<seen>]]></remarks>';
    const gap = one(['', '\n', '  \n']);
    return `<event${at('version', '2.0')}${at('uid', 'UNIT-' + i)}${at('type', type)}${at('how', one(['m-g', 'h-e']))}` +
        `${at('time', iso(time))}${at('start', iso(time))}${at('stale', iso(time + 300))}>${gap}` +
        `<point${at('lat', between(-89, 89).toFixed(6))}${at('lon', between(-180, 179.9).toFixed(6))}${at('hae', hae)}${at('ce', ce)}` +
        `${at('le', '9999999')}/>${gap}<detail>${contact}${track}${remarks}</detail></event>`;
}

const events = Array.from({ length: 2000 }, (_, i) => event(i));
if (process.argv[2] === 'make') {
    writeFileSync('events.cot', events.join('\n'));
} else {
    const CoT = lib.default;
    const parse = async (xml) => (lib.CoTParser ? await lib.CoTParser.from_xml(xml) : new CoT(xml)).raw.event;
    const ours = readFileSync('ours.jsonl', 'utf8').trim().split('\n').map((line) => JSON.parse(line));
    const close = (a, b, within) => (a === null) === (b === null) && (a === null || Math.abs(a - b) <= within);
    let different = 0;
    const wrong = (i, what, a, b) => {
        if (++different <= 20) console.log(`event ${i}: ${what}: ours ${a}, node-cot ${b}`);
    };
    if (ours.length !== events.length) wrong('all', 'number', ours.length, events.length);
    for (let i = 0; i < Math.min(ours.length, events.length); ++i) {
        const theirs = await parse(events[i]), { _attributes: e, point, detail } = theirs, p = point._attributes;
        const number = (text) => (text === undefined || Number(text) >= 9999999 ? null : Number(text));
        const track = detail?.track?._attributes ?? {};
        for (const [what, a, b] of [['uid', ours[i].uid, e.uid], ['type', ours[i].type, e.type], ['how', ours[i].how, e.how],
                                    ['time', ours[i].time, e.time], ['stale', ours[i].stale, e.stale],
                                    ['callsign', ours[i].callsign ?? '', detail?.contact?._attributes?.callsign ?? '']])
            if (a !== b) wrong(i, what, a, b);
        const knots = number(track.speed) === null ? null : number(track.speed) * 3600 / 1852;
        for (const [what, a, b, within] of [['lat', ours[i].lat, number(p.lat), 1e-6], ['lon', ours[i].lon, number(p.lon), 1e-6],
                                            ['hae', ours[i].alt_m, number(p.hae), 0.5], ['course', ours[i].cog_deg, number(track.course), 0.06],
                                            ['speed', ours[i].sog_kn, knots, 0.06]])
            if (!close(a, b, within)) wrong(i, what, a, b);
    }
    console.log(`${events.length} events, ${different} differences`);
    process.exit(different ? 1 : 0);
}
