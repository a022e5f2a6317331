/** How the page of a simulated day looks; light or dark as its reader's screen is. */

export const reportStyle = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f4f2ec, #12161a);
  --card: light-dark(#fffdf9, #1a2026);
  --line: light-dark(#d9d5ca, #2f3840);
  --ink: light-dark(#1c2422, #e9ece8);
  --soft: light-dark(#58605b, #a3ada9);
  --one: light-dark(#1d6b4c, #4fae84);
  --two: light-dark(#b45f06, #f0a04b);
  --three: light-dark(#2f5fb3, #8db4ff);
  --level: light-dark(#ad2e24, #ff9d8f);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1180px; margin: 0 auto; padding: 32px 20px 64px; }
h1 { font-size: 26px; margin: 0 0 4px; }
h2 { font-size: 17px; margin: 0 0 8px; }
p { margin: 0 0 8px; }
.soft { color: var(--soft); }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(148px, 1fr)); gap: 12px; margin: 20px 0; }
.figures div, section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 14px 16px; }
.figures b { display: block; font-size: 25px; font-weight: 650; line-height: 1.2; font-variant-numeric: tabular-nums; }
.figures span { display: block; }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 480px), 1fr)); gap: 16px; }
section { margin-bottom: 16px; min-width: 0; }
.plots section { margin-bottom: 0; }
.plots + section { margin-top: 16px; }
svg { display: block; width: 100%; height: auto; }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .tick { fill: var(--soft); font: 12px system-ui, sans-serif; font-variant-numeric: tabular-nums; }
svg rect.one { fill: var(--one); } svg rect.two { fill: var(--two); } svg rect.three { fill: var(--three); }
svg polyline { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
svg polyline.one { stroke: var(--one); } svg polyline.two { stroke: var(--two); } svg polyline.three { stroke: var(--three); }
svg circle { stroke: var(--card); stroke-width: 1.5; }
svg circle.one { fill: var(--one); } svg circle.two { fill: var(--two); } svg circle.three { fill: var(--three); }
svg .level { stroke: var(--level); stroke-width: 1.5; stroke-dasharray: 6 5; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 18px; list-style: none; margin: 8px 0 0; padding: 0; font-size: 13px; color: var(--soft); }
.legend li { display: flex; align-items: center; gap: 7px; }
.legend i { width: 14px; height: 10px; border-radius: 2px; }
.legend i.line { height: 3px; } .legend i.point { width: 10px; border-radius: 50%; }
.legend .one { background: var(--one); } .legend .two { background: var(--two); } .legend .three { background: var(--three); }
.legend i.level { background: repeating-linear-gradient(90deg, var(--level) 0 5px, transparent 5px 8px); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; font-variant-numeric: tabular-nums; }
th, td { text-align: right; padding: 5px 10px; border-bottom: 1px solid var(--line); white-space: nowrap; }
th { color: var(--soft); font-weight: 600; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
tr:last-child td { border-bottom: 0; }
.path { display: grid; grid-template-columns: minmax(0, 1fr) 130px 60px; gap: 12px; align-items: center; padding: 4px 0; font-size: 14px; }
.path i { display: block; height: 10px; border-radius: 2px; background: var(--one); min-width: 1px; }
.path b { text-align: right; font-weight: 500; font-variant-numeric: tabular-nums; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); gap: 16px; align-items: start; margin-bottom: 16px; }
.columns section { margin-bottom: 0; }
`;
