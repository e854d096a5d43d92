import { expect, test } from "vitest";
import { emptyRow, explain, features, parseRow, predict, predictProba } from "./index.ts";

test("real row 1, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-02-06T14:20",
    channel: "Web",
    plan: "free",
    country: "Colombia",
    language: "en",
    tenure_days: 9,
    attachments: 0,
    subject: "blocked",
    body: "me say account is locked for security reason. what reason? i only try 3 password",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    2, 5, 14, 0.2914, 0.1773, 0.256, 0.07617, 0.1749, 0.02421, 0.4712, 0.02337, 0.1708,
    0.1001, 0.1999, 0.0347, 0.2546, 0.133, 0.228, 0.1563, 0.199, 0.02908, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, 9, 0, null,
    null, null, null, 7, 1, 80, 16, 4.9419655320002445, -0.8321524586515163, -1.841597618579611, -0.5359485295586112, -0.3718062985447647,
    -1.3625480555867768, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1,
    0, 0, 1, 0, 0, 2, 0, 0, 1.0411170357778088, -0.04336889297770311, -0.16857791183665036, 0.05413703656005817,
    0.07721911799305417, 0.03947670635614631,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.9861476943532084,
    billing: 0.00059529237019684,
    bug: 0.0029308210353078137,
    cancel: 0.000201751807472569,
    howto: 0.00761374159502313,
    security: 0.0025106988387912717,
  });
  expect(predict(row)).toStrictEqual({ label: "access", probability: 0.9861476943532084 });
});

test("real row 2, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-04-29T15:07",
    channel: "Email",
    plan: "pro monthly",
    country: "USA",
    language: "en",
    tenure_days: 222,
    attachments: 0,
    amount: "$58",
    subject: "was told 50% off for open source maintainers",
    body: "got approved for the OSS discount in feb (mail from 'Marlo'). coupon OSS50 was accepted, green tick. still $58 in march. still $58 in april. apply it backwards?",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    4, 3, 15, 0.2215, 0.2641, 0.1773, 0.09764, 0.1425, 0.09695, 0.2013, 0.4676, 0.09933,
    0.1184, 0.08156, 0.03185, 0.2016, 0.3071, 0.2688, 0.04297, 0.1213, 0.05824, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, 222, 0, null,
    null, 3, 2, 44, 9, 160, 31, -0.6006945323678949, 4.061322788677588, -0.019365265116137564, -1.235664911114294, -1.0660394246122302,
    -1.1330586177742588, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 2, 0, 0, 0, 0, 0, 0, 0.015201485203631258, 0.8093292699942111, 0.00905082077223326, 0.027066265884747125,
    0.06529618297089884, 0.07406247948214943,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.00022325412232496373,
    billing: 0.9993432175238575,
    bug: 0.00018171847165985411,
    cancel: 0.00007009141049737234,
    howto: 0.00013672151677265217,
    security: 0.00004499695488720198,
  });
  expect(predict(row)).toStrictEqual({ label: "billing", probability: 0.9993432175238575 });
});

test("real row 3, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-06-08T16:13",
    channel: "Web",
    plan: "Pro",
    country: "Brazil",
    language: "pt",
    device: "Chrome / Win 11",
    tenure_days: 188,
    attachments: 1,
    amount: "R$ 450,00",
    subject: "Link de pagamento dá erro",
    body: 'Minha aluna tenta pagar e aparece "Algo deu errado (PX-17)". Testei com meu próprio cartão, mesmo erro. Até sexta passada funcionava. Segue print.',
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    6, 1, 16, 0.2914, 0.1773, 0.256, 0.07617, 0.1749, 0.02421, 0.1953, 0.2633, 0.2484,
    0.0806, 0.1611, 0.0513, 0.2743, 0.1831, 0.3377, 0.03387, 0.1492, 0.02181, 0.2405, 0.3271, 0.2297,
    0.06393, 0.1268, 0.0119, 0.1435, 0.133, 0.3391, 0.1563, 0.199, 0.02908, 188, 1, null,
    null, 9, 4, 25, 5, 146, 24, -0.5849113791004918, 0.9840726792620931, 4.405934758175012, -1.2924953432191981, -1.800020760116838,
    -1.7105050203569228, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
    0, 0, 2, 0, 0, 0, 0, 0, 0.15297061404329493, 0.18206200868109804, 0.6587793016273013, 0.03800240547832562,
    -0.05434966560530646, 0.022532445660838542,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0023402237429212183,
    billing: 0.0490065665882247,
    bug: 0.9171159695499601,
    cancel: 0.008770319108655177,
    howto: 0.001498379285083268,
    security: 0.021268541725155323,
  });
  expect(predict(row)).toStrictEqual({ label: "bug", probability: 0.9171159695499601 });
});

test("real row 4, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-06-05T17:02",
    channel: "chat",
    plan: "Pro",
    country: "US",
    language: "en",
    tenure_days: 112,
    subject: "plan",
    body: "pause possible? on sabbatical for 3 months and dont need it. if not then just end it",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    6, 5, 17, 0.3104, 0.2209, 0.1521, 0.07019, 0.2083, 0.03802, 0.1953, 0.2633, 0.2484,
    0.0806, 0.1611, 0.0513, 0.305, 0.2202, 0.1859, 0.1072, 0.1426, 0.03908, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, 112, null, null,
    null, null, null, 4, 1, 84, 18, -1.2691154931612618, 0.3127706512715322, -1.17850798808732, 3.970260721600846, 0.39093466116579356,
    -2.214797924583879, 0, 0, 0, 3, 0, 0, 0, 0, 0, 3, -1,
    0, 0, 1, 0, 0, 0, 0, 0, -0.17433062888608197, 0.12047233336113014, -0.07140991441225884, 1.1146213236332976,
    0.06095460940161647, -0.050313571069530626,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0013244844699583536,
    billing: 0.013700168958720753,
    bug: 0.012215792685090186,
    cancel: 0.9615707409091709,
    howto: 0.00769584803718819,
    security: 0.003492964939872088,
  });
  expect(predict(row)).toStrictEqual({ label: "cancel", probability: 0.9615707409091709 });
});

test("real row 5, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-02-18T10:40",
    channel: "web form",
    plan: "Pro",
    country: "Lithuania",
    language: "en",
    device: "Win 11",
    tenure_days: 450,
    attachments: 0,
    subject: "Recurring invoice for every second Friday",
    body: "Would you be so kind to explain me, is there existing some way to make that an invoice repeats itself each second Friday, but not in July, because in July my customer has holidays and gets angry. I have found weekly and monthly only. Maybe with some trick?",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    2, 3, 10, 0.1957, 0.3126, 0.1853, 0.09585, 0.1831, 0.02741, 0.1953, 0.2633, 0.2484,
    0.0806, 0.1611, 0.0513, 0.1845, 0.171, 0.2932, 0.05807, 0.2558, 0.03738, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.2083, 0.3816, 0.1866, 0.03695, 0.1628, 0.02379, 450, 0, null,
    null, null, null, 41, 6, 256, 49, -0.8677807711077097, -0.43450467911440854, 0.5810423136041913, -1.6570373817986686, 4.218953745600071,
    -1.8359625775186754, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, -1,
    2, 0, 0, 0, 0, 0, 0, 0, 0.005236055174022269, 0.08162518255714778, 0.058518704066810645, -0.02619274957833007,
    0.8397152716887175, 0.04108956075104201,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0036926310590413313,
    billing: 0.0012148721081007739,
    bug: 0.0026804681389149742,
    cancel: 0.02821771294847419,
    howto: 0.9591676337870471,
    security: 0.00502668195842258,
  });
  expect(predict(row)).toStrictEqual({ label: "howto", probability: 0.9591676337870471 });
});

test("real row 6, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-06-12T15:58",
    channel: "Email",
    plan: "biz",
    country: "USA",
    language: "en",
    tenure_days: 901,
    attachments: 1,
    subject: "mail pretending to be you, asking us to 're-verify SSO'",
    body: 'Two of our accountants got this from <email-mdqc>:\n\n"Your identity provider trust expires in 24h. Re-upload your private key to stay connected."\n\nObviously nobody should upload a private key anywhere. One of them did enter her password though. Header dump attached (Received: from <ip-cmhr>). Please look into takedown and tell us if her session was used.',
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    6, 5, 15, 0.2215, 0.2641, 0.1773, 0.09764, 0.1425, 0.09695, 0.3932, 0.07482, 0.1908,
    0.0879, 0.1744, 0.07886, 0.2016, 0.3071, 0.2688, 0.04297, 0.1213, 0.05824, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, 901, 1, null,
    null, null, null, 55, 11, 355, 59, 2.134991064422824, -1.2508890755229942, -1.2694257401631452, -1.4437440565945296, -2.0738590582473186,
    3.9085260093722196, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, -1,
    0, 3, 0, 0, 0, 0, 0, 0, 0.3467739186462986, 0.06454429462894179, 0.0801719699172746, 0.021219802622449855,
    -0.036434220125625166, 0.5237312535788717,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.13558466292210036,
    billing: 0.01134617401423904,
    bug: 0.013226712101036583,
    cancel: 0.02450570550822531,
    howto: 0.0027276306742533385,
    security: 0.8126091147801457,
  });
  expect(predict(row)).toStrictEqual({ label: "security", probability: 0.8126091147801457 });
});

test("real row 7, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-05-14T12:56",
    channel: "chat",
    plan: "Team",
    country: "Canada",
    language: "en",
    device: "iPhone SE",
    tenure_days: 58,
    attachments: 0,
    body: "face id: try again. try again. try again. its MY FACE. pin? what pin, never made one",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    5, 4, 12, 0.3104, 0.2209, 0.1521, 0.07019, 0.2083, 0.03802, 0.2988, 0.184, 0.2289,
    0.05375, 0.1702, 0.06435, 0.3431, 0.1732, 0.2017, 0.1135, 0.1264, 0.04206, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.2743, 0.2664, 0.171, 0.03387, 0.1492, 0.1051, 58, 0, null,
    null, null, null, null, null, 84, 18, 4.470531851243443, -0.5922843530490538, -0.7809609000955418, -1.1545428131205733, 0.065384576635307,
    -1.993578395455508, 1, 0, 0, 0, 0, 0, -1, 0, 0, 0, 0,
    2, 0, 0, 1, 0, 0, 0, 0, 0.8201781136171261, 0.05165192516802588, 0.003321154077142251, 0.004396355851431003,
    0.1676998352704173, -0.047250425592047084,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.9951752550199453,
    billing: 0.0002596628081572152,
    bug: 0.00025473723928606156,
    cancel: 0.00008800287640474657,
    howto: 0.004165846382465419,
    security: 0.00005649567374131882,
  });
  expect(predict(row)).toStrictEqual({ label: "access", probability: 0.9951752550199453 });
});

test("real row 8, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-07-29T10:22",
    channel: "chat",
    plan: "PRO (annual)",
    country: "USA",
    language: "en",
    device: "iPhone 12",
    tenure_days: 457,
    attachments: 0,
    subject: "receipt",
    body: "need ur receipt for july w my LLC name on it not my personal name. tax lady wants it",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    7, 3, 10, 0.3104, 0.2209, 0.1521, 0.07019, 0.2083, 0.03802, 0.04092, 0.5749, 0.1081,
    0.1323, 0.1391, 0.004673, 0.2016, 0.3071, 0.2688, 0.04297, 0.1213, 0.05824, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.317, 0.226, 0.2631, 0.06115, 0.07785, 0.05486, 457, 0, null,
    null, null, null, 7, 1, 84, 19, -1.0738645114208372, 3.4713623531921005, -0.1771311756101679, -0.676941513313989, -0.11316718323138947,
    -1.4271734639673215, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 2, 0, 0, 0, 0, 0, 0.03322760372355607, 0.628741439705963, 0.12120981147658408, 0.07356512270356559,
    0.1421691729492706, 0.0010883856842667252,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0036984492287887617,
    billing: 0.9574544429630627,
    bug: 0.007221484584145082,
    cancel: 0.008401934434675386,
    howto: 0.01322196010455772,
    security: 0.010001728684770096,
  });
  expect(predict(row)).toStrictEqual({ label: "billing", probability: 0.9574544429630627 });
});

test("real row 9, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-05-02T19:33",
    channel: "App Store",
    country: "France",
    language: "fr",
    device: "iPhone 15",
    subject: "Dommage",
    body: "Depuis la 9.2 impossible de signer un devis au doigt, le trait part dans tous les sens. On dirait la signature de mon chat.",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    5, 6, 19, 0.1571, 0.2, 0.4182, 0.09238, 0.1076, 0.02485, 0.2828, 0.1106, 0.4479,
    0.0512, 0.08065, 0.02684, 0.1372, 0.3832, 0.2522, 0.1419, 0.07461, 0.0109, 0.2604, 0.257, 0.2162,
    0.1574, 0.09967, 0.009346, 0.2384, 0.2332, 0.2251, 0.02258, 0.2106, 0.07009, null, null, null,
    null, null, null, 7, 1, 123, 25, 1.1889504285114652, -0.34138352941084427, 3.7428538907977016, -1.3895855209790626, -0.9063012695994717,
    -2.293903606125675, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 2, 0, 0, 0, 0, 0, 0.17982113291194413, 0.053251372681383885, 0.6828730163516232, 0.02344637601125188,
    0.07575262058389809, -0.015142958671102876,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.004173681765606337,
    billing: 0.0033334644451296423,
    bug: 0.9092987736663067,
    cancel: 0.0028872657269529783,
    howto: 0.07998191931593357,
    security: 0.0003248950800705585,
  });
  expect(predict(row)).toStrictEqual({ label: "bug", probability: 0.9092987736663067 });
});

test("real row 10, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-04-03T11:10",
    channel: "web form",
    plan: "Pro",
    language: "en",
    device: "Win 11 / Chrome",
    tenure_days: 365,
    attachments: 0,
    subject: "stop",
    body: "stop emailing me stop renewing me stop. end of the period is fine, just make it the last one",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    4, 5, 11, 0.1957, 0.3126, 0.1853, 0.09585, 0.1831, 0.02741, 0.1953, 0.2633, 0.2484,
    0.0806, 0.1611, 0.0513, 0.2816, 0.09688, 0.1834, 0.1335, 0.2664, 0.03823, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.2182, 0.2157, 0.2909, 0.08964, 0.1524, 0.0332, 365, 0, null,
    null, null, null, 4, 1, 92, 19, 0.0913233235438955, -1.4542856567407545, -0.6863723707505109, 4.180162024053258, -0.6293699361184766,
    -1.5131399025390793, 0, 0, 0, 2, 0, 0, 0, 0, 0, 2, 0,
    0, 2, 0, 0, 0, 0, 0, 0, 0.030091438023344082, 0.02558787420771418, 0.032985760031688335, 0.8891043294715542,
    0.03825203107248035, -0.016023858093536274,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0008338113173352016,
    billing: 0.01041305167345394,
    bug: 0.007054049241022057,
    cancel: 0.9794073968470073,
    howto: 0.0021236359269904796,
    security: 0.00016805499419159084,
  });
  expect(predict(row)).toStrictEqual({ label: "cancel", probability: 0.9794073968470073 });
});

test("real row 11, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-04-05T23:16",
    channel: "chat",
    plan: "trial",
    country: "US",
    language: "en",
    device: "chrome",
    tenure_days: 11,
    attachments: 0,
    body: "can two people track time on one project on the solo plan or nah",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    4, 0, 23, 0.3104, 0.2209, 0.1521, 0.07019, 0.2083, 0.03802, 0.1919, 0.1105, 0.02769,
    0.1686, 0.4945, 0.006887, 0.305, 0.2202, 0.1859, 0.1072, 0.1426, 0.03908, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.2323, 0.1799, 0.1763, 0.1102, 0.2948, 0.006542, 11, 0, null,
    null, null, null, null, null, 64, 14, -0.8759964150841988, -0.2758246089811648, 0.39476872805329344, -1.242485220715218, 4.166308990073982,
    -2.1659729733234534, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0,
    2, 0, 0, 0, 0, 0, 0, 0, 0.011105966802483588, 0.06932334916875786, 0.08967681403999729, 0.0492014590623434,
    0.8151893158786695, -0.03450097032507986,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.003081857686309362,
    billing: 0.005236078334446887,
    bug: 0.0025084888144378563,
    cancel: 0.1505307770793009,
    howto: 0.8356404693143914,
    security: 0.0030023287711141307,
  });
  expect(predict(row)).toStrictEqual({ label: "howto", probability: 0.8356404693143914 });
});

test("real row 12, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-03-18T09:23",
    channel: "e-mail",
    plan: "Pro",
    country: "US",
    language: "en",
    tenure_days: 820,
    attachments: 0,
    subject: "login from Riga",
    body: "I have never been to Riga.",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    3, 3, 9, 0.2546, 0.3156, 0.1258, 0.06885, 0.1217, 0.1135, 0.1953, 0.2633, 0.2484,
    0.0806, 0.1611, 0.0513, 0.305, 0.2202, 0.1859, 0.1072, 0.1426, 0.03908, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, 820, 0, null,
    null, null, null, 15, 3, 26, 6, 0.39104388820842784, -0.6341332265718572, -0.6965277118652886, -1.2199677273387457, -0.9386233638727124,
    3.093314142230555, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, -1,
    0, 0, 2, 0, 0, 0, 0, 0, 0.2570981608421436, 0.16441795225788025, 0.020571007898311275, 0.08683417891069889,
    0.11558820400167483, 0.35549506180578594,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.054279909553554315,
    billing: 0.022687879519960062,
    bug: 0.026384271279767123,
    cancel: 0.020269173322479007,
    howto: 0.008912508848200001,
    security: 0.8674662574760401,
  });
  expect(predict(row)).toStrictEqual({ label: "security", probability: 0.8674662574760401 });
});

test("real row 13, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-05-28T13:24",
    channel: "Web",
    country: "US",
    language: "en",
    subject: "Unlock my account",
    body: "please",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    5, 4, 13, 0.2914, 0.1773, 0.256, 0.07617, 0.1749, 0.02421, 0.2828, 0.1106, 0.4479,
    0.0512, 0.08065, 0.02684, 0.305, 0.2202, 0.1859, 0.1072, 0.1426, 0.03908, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, null, null, null,
    null, null, null, 17, 3, 6, 1, 4.107849175912637, -0.13070439916681117, -1.9406081674129962, 0.9954083943086511, -1.6219820021169369,
    -1.422915901397358, 1, 0, 0, 0, 0, 0, -1, 0, 0, 0, 0,
    0, 2, 0, 0, 0, 0, 0, 0, 0.6750474971939261, 0.139783203092464, 0.029376491400155955, 0.15807121007042244,
    0.000035022829858193235, -0.002313392770296698,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.9355188862358378,
    billing: 0.001088153791832428,
    bug: 0.000956118394497112,
    cancel: 0.04782202538717369,
    howto: 0.008002697453769523,
    security: 0.00661211873688937,
  });
  expect(predict(row)).toStrictEqual({ label: "access", probability: 0.9355188862358378 });
});

test("real row 14, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-03-30T08:14",
    channel: "email",
    plan: "Team",
    country: "France",
    language: "en",
    tenure_days: 233,
    attachments: 0,
    order_ref: "#88590",
    amount: "€ 96",
    subject: "URGENT!!",
    body: "96 € have leave our account this night, then again 96 € at 6 h. Give back one, please, the account go in red.",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    3, 1, 8, 0.2215, 0.2641, 0.1773, 0.09764, 0.1425, 0.09695, 0.2988, 0.184, 0.2289,
    0.05375, 0.1702, 0.06435, 0.1372, 0.3832, 0.2522, 0.1419, 0.07461, 0.0109, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, 233, 0, 6,
    1, 4, 2, 8, 3, 109, 24, 0.024976580125813497, 4.666907833781513, -0.10640957934110995, -0.3401266664803744, -3.0916108125651878,
    -1.1585334794778959, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 3, 0, 0, 0, 0, 0, 0, 0.14098983139079646, 0.7780417470113715, 0.04531365891096149, 0.07579199995143138,
    -0.09668719135662401, 0.05655364667481321,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.00026287896124940356,
    billing: 0.996845467616869,
    bug: 0.00021397124752858433,
    cancel: 0.00008253176690388252,
    howto: 0.00016098789099769676,
    security: 0.002434162516450881,
  });
  expect(predict(row)).toStrictEqual({ label: "billing", probability: 0.996845467616869 });
});

test("real row 15, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-01-19T14:25",
    channel: "Email",
    plan: "Team",
    country: "USA",
    language: "en",
    device: "Win 11 / Chrome",
    tenure_days: 182,
    attachments: 1,
    subject: "Checkout button on hosted payment page does nothing",
    body: "Our clients get your hosted pay page, hit Pay now, spinner, then nothing. Console:\n\nRefused to load the script because it violates the following Content Security Policy directive: \"script-src 'self'\"\n\nReproduced on Chrome 131 and Firefox. Safari ok. Money is literally stuck until this is sorted.",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    1, 1, 14, 0.2215, 0.2641, 0.1773, 0.09764, 0.1425, 0.09695, 0.2988, 0.184, 0.2289,
    0.05375, 0.1702, 0.06435, 0.2016, 0.3071, 0.2688, 0.04297, 0.1213, 0.05824, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.2182, 0.2157, 0.2909, 0.08964, 0.1524, 0.0332, 182, 1, null,
    null, null, null, 51, 8, 296, 47, -0.01582890587519903, 0.03264040067701862, 4.2341260998720225, -0.8450478745017587, -2.071557908990981,
    -1.3303407617902905, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 1,
    0, 0, 2, 0, 0, 0, 0, 0, 0.03938710898036668, 0.007352588642897533, 1.0104449445063168, -0.003455726975331583,
    -0.10233926521479209, 0.048625606309615085,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0005906475612909511,
    billing: 0.0006350060560702509,
    bug: 0.9844979652837043,
    cancel: 0.00013894667689785703,
    howto: 0.0004526674433188356,
    security: 0.013684766978718083,
  });
  expect(predict(row)).toStrictEqual({ label: "bug", probability: 0.9844979652837043 });
});

test("real row 16, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-01-22T11:15",
    channel: "Web",
    plan: "Pro",
    country: "Deutschland",
    language: "de",
    device: "Win 11 / Firefox",
    tenure_days: 1402,
    attachments: 0,
    subject: "Kündigung",
    body: "hiermit kündige ich mein abo zum nächstmöglichen zeitpunkt. bestätigung bitte per mail an <email-gvdp>",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    1, 4, 11, 0.2914, 0.1773, 0.256, 0.07617, 0.1749, 0.02421, 0.1953, 0.2633, 0.2484,
    0.0806, 0.1611, 0.0513, 0.2195, 0.2798, 0.1368, 0.2271, 0.05271, 0.08411, 0.1851, 0.2117, 0.2662,
    0.1884, 0.1409, 0.007697, 0.1763, 0.09208, 0.4656, 0.1082, 0.06082, 0.09705, 1402, 0, null,
    null, null, null, 9, 1, 102, 15, 0.3543716713139111, -0.8074408942166305, -1.0817672305799297, 3.8435493082199845, -0.2800896975136991,
    -2.0540360718264727, 0, 0, 0, 3, 0, 0, 0, 0, 0, 3, 0,
    0, 2, 0, 0, 0, 0, 0, 0, 0.006323863854717178, 0.008222654494782319, 0.023989036761885962, 1.0600001708643396,
    -0.032440664903529884, -0.06609986948673235,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.02894969933078269,
    billing: 0.013850883255627505,
    bug: 0.012693916029307582,
    cancel: 0.9285855707733891,
    howto: 0.015534587805467778,
    security: 0.0003853428054257244,
  });
  expect(predict(row)).toStrictEqual({ label: "cancel", probability: 0.9285855707733891 });
});

test("real row 17, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-04-08T15:44",
    channel: "Email",
    plan: "Pro",
    country: "Iceland",
    language: "en",
    tenure_days: 290,
    attachments: 0,
    subject: "Reminder text",
    body: "The automatic reminder is very rude in Icelandic, it says roughly 'pay, you'. Where do I write my own text? I have looked in templates, there is only for the invoice mail itself.",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    4, 3, 15, 0.2215, 0.2641, 0.1773, 0.09764, 0.1425, 0.09695, 0.1953, 0.2633, 0.2484,
    0.0806, 0.1611, 0.0513, 0.3274, 0.171, 0.1503, 0.05807, 0.2558, 0.03738, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, 290, 0, null,
    null, null, null, 13, 2, 178, 34, -0.3521217402420813, -0.41790681708027577, 0.15452075065360016, -1.67939516891274, 4.084109992656495,
    -1.783479349384577, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, -1,
    0, 0, 1, 0, 0, 0, 0, 0, -0.0758698997739851, 0.0735536955011456, 0.0056167324867391595, -0.012397440736993344,
    0.9782044582596487, 0.03087953620181943,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0035919567939553514,
    billing: 0.0011216118392808156,
    bug: 0.002598523969658944,
    cancel: 0.032948464231601145,
    howto: 0.9594954104640709,
    security: 0.00024403270143348314,
  });
  expect(predict(row)).toStrictEqual({ label: "howto", probability: 0.9594954104640709 });
});

test("real row 18, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-07-20T09:08",
    channel: "e-mail",
    plan: "Team",
    country: "South Africa",
    language: "en",
    attachments: 1,
    subject: "Sawubona, a worry",
    body: "Someone with the name 'Northbeam Rewards' is asking our staff on e-mail to scan a QR and log in to get back R500. Two of the ladies have scanned and typed in everything, shame. Their password they have since changed. The site address was northbeam.rewards.example.org. Can you kill it before month-end when everyone is looking for money?",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    7, 1, 9, 0.2546, 0.3156, 0.1258, 0.06885, 0.1217, 0.1135, 0.2988, 0.184, 0.2289,
    0.05375, 0.1702, 0.06435, 0.09227, 0.2284, 0.4323, 0.02903, 0.05647, 0.1615, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, null, 1, null,
    null, null, null, 17, 3, 337, 63, 1.0566135192761228, -0.6740897927921965, -2.0252525486792985, -0.7466085837528725, -1.6216485396996965,
    4.018771203574224, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, -1,
    0, 2, 0, 0, 0, 1, 0, 0, 0.41298138832528847, 0.10912908240493757, -0.04190283204281371, 0.12993737141366615,
    -0.08932965435828677, 0.47919165026620725,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.17777770803900544,
    billing: 0.021512413470601444,
    bug: 0.015417905653339965,
    cancel: 0.010678616231016664,
    howto: 0.014253371217554022,
    security: 0.760359985388483,
  });
  expect(predict(row)).toStrictEqual({ label: "security", probability: 0.760359985388483 });
});

test("real row 19, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-05-29T11:48",
    channel: "Web",
    plan: "Business (annual)",
    country: "Denmark",
    language: "en",
    device: "Edge / Win 11",
    tenure_days: 311,
    attachments: 0,
    body: "SAML clock skew. Response IssueInstant 11:46:02, your server thinks it's 11:39. \"Assertion is not yet valid\". You're 7 min slow, NTP died?",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    5, 5, 11, 0.2914, 0.1773, 0.256, 0.07617, 0.1749, 0.02421, 0.3932, 0.07482, 0.1908,
    0.0879, 0.1744, 0.07886, 0.2993, 0.2906, 0.09567, 0.03695, 0.1628, 0.1147, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.3274, 0.171, 0.2932, 0.05807, 0.1129, 0.03738, 311, 0, null,
    null, null, null, null, null, 138, 26, 3.5953972944430115, 0.005704972244314044, 0.7457393569789246, -1.4058063614987695, -0.76771321326713,
    -2.1796903252861215, 1, 0, 0, 0, 0, 0, -1, 0, 0, 0, 0,
    2, 0, 0, 0, 0, 0, 0, 2, 0.8924453709802231, 0.050275057976202, 0.07476858684711693, -0.02720547304101803,
    0.10180501200838091, -0.09209018163304694,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.9995680878715583,
    billing: 0.00013091079489359691,
    bug: 0.00014160785524689913,
    cancel: 0.0000443672568467839,
    howto: 0.00008654353804681302,
    security: 0.000028482683407811874,
  });
  expect(predict(row)).toStrictEqual({ label: "access", probability: 0.9995680878715583 });
});

test("real row 20, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-06-24T10:48",
    channel: "web form",
    plan: "Pro",
    country: "Belgium",
    language: "en",
    device: "Chrome",
    tenure_days: 432,
    attachments: 0,
    order_ref: "NB-2026-0918",
    amount: "two payments of 29",
    subject: "Same amount, two times, one month",
    body: "Dear, I pay since long time 29. In June on 3 and on 21 it was each time 29. The 21 is not normal for me. If you changed the date of payment, ok, but then not two times in one month isn't it.",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    6, 3, 10, 0.1957, 0.3126, 0.1853, 0.09585, 0.1831, 0.02741, 0.1953, 0.2633, 0.2484,
    0.0806, 0.1611, 0.0513, 0.09227, 0.2998, 0.218, 0.1719, 0.1993, 0.01869, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.2323, 0.1799, 0.1763, 0.1102, 0.2948, 0.006542, 432, 0, 12,
    3, 18, 4, 33, 6, 190, 44, -1.2596425341211752, 6.037886617031527, 1.2898674271270054, -2.3916836998003395, -2.2254679013490355,
    -1.4426127078338826, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 2, 0, 0, 0, 0, 0, 0.08709937493834137, 0.8046066094140691, 0.15899327969998328, -0.044810884339367085,
    -0.019029477633575837, 0.013143754459897523,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0002590089972432116,
    billing: 0.9992380316709003,
    bug: 0.00021082127682586985,
    cancel: 0.00008131677820426408,
    howto: 0.0001586179130404164,
    security: 0.00005220336378545347,
  });
  expect(predict(row)).toStrictEqual({ label: "billing", probability: 0.9992380316709003 });
});

test("explanations sum to their answers, bit for bit", () => {
  for (const row of [
    emptyRow,
    {
      ...emptyRow,
      created_at: "2026-02-06T14:20",
      channel: "Web",
      plan: "free",
      country: "Colombia",
      language: "en",
      tenure_days: 9,
      attachments: 0,
      subject: "blocked",
      body: "me say account is locked for security reason. what reason? i only try 3 password",
    },
    {
      ...emptyRow,
      created_at: "2026-04-29T15:07",
      channel: "Email",
      plan: "pro monthly",
      country: "USA",
      language: "en",
      tenure_days: 222,
      attachments: 0,
      amount: "$58",
      subject: "was told 50% off for open source maintainers",
      body: "got approved for the OSS discount in feb (mail from 'Marlo'). coupon OSS50 was accepted, green tick. still $58 in march. still $58 in april. apply it backwards?",
    },
    {
      ...emptyRow,
      created_at: "2026-06-08T16:13",
      channel: "Web",
      plan: "Pro",
      country: "Brazil",
      language: "pt",
      device: "Chrome / Win 11",
      tenure_days: 188,
      attachments: 1,
      amount: "R$ 450,00",
      subject: "Link de pagamento dá erro",
      body: 'Minha aluna tenta pagar e aparece "Algo deu errado (PX-17)". Testei com meu próprio cartão, mesmo erro. Até sexta passada funcionava. Segue print.',
    },
    {
      ...emptyRow,
      created_at: "2026-06-05T17:02",
      channel: "chat",
      plan: "Pro",
      country: "US",
      language: "en",
      tenure_days: 112,
      subject: "plan",
      body: "pause possible? on sabbatical for 3 months and dont need it. if not then just end it",
    },
    {
      ...emptyRow,
      created_at: "2026-02-18T10:40",
      channel: "web form",
      plan: "Pro",
      country: "Lithuania",
      language: "en",
      device: "Win 11",
      tenure_days: 450,
      attachments: 0,
      subject: "Recurring invoice for every second Friday",
      body: "Would you be so kind to explain me, is there existing some way to make that an invoice repeats itself each second Friday, but not in July, because in July my customer has holidays and gets angry. I have found weekly and monthly only. Maybe with some trick?",
    },
    {
      ...emptyRow,
      created_at: "2026-06-12T15:58",
      channel: "Email",
      plan: "biz",
      country: "USA",
      language: "en",
      tenure_days: 901,
      attachments: 1,
      subject: "mail pretending to be you, asking us to 're-verify SSO'",
      body: 'Two of our accountants got this from <email-mdqc>:\n\n"Your identity provider trust expires in 24h. Re-upload your private key to stay connected."\n\nObviously nobody should upload a private key anywhere. One of them did enter her password though. Header dump attached (Received: from <ip-cmhr>). Please look into takedown and tell us if her session was used.',
    },
    {
      ...emptyRow,
      created_at: "2026-05-14T12:56",
      channel: "chat",
      plan: "Team",
      country: "Canada",
      language: "en",
      device: "iPhone SE",
      tenure_days: 58,
      attachments: 0,
      body: "face id: try again. try again. try again. its MY FACE. pin? what pin, never made one",
    },
    {
      ...emptyRow,
      created_at: "2026-07-29T10:22",
      channel: "chat",
      plan: "PRO (annual)",
      country: "USA",
      language: "en",
      device: "iPhone 12",
      tenure_days: 457,
      attachments: 0,
      subject: "receipt",
      body: "need ur receipt for july w my LLC name on it not my personal name. tax lady wants it",
    },
    {
      ...emptyRow,
      created_at: "2026-05-02T19:33",
      channel: "App Store",
      country: "France",
      language: "fr",
      device: "iPhone 15",
      subject: "Dommage",
      body: "Depuis la 9.2 impossible de signer un devis au doigt, le trait part dans tous les sens. On dirait la signature de mon chat.",
    },
    {
      ...emptyRow,
      created_at: "2026-04-03T11:10",
      channel: "web form",
      plan: "Pro",
      language: "en",
      device: "Win 11 / Chrome",
      tenure_days: 365,
      attachments: 0,
      subject: "stop",
      body: "stop emailing me stop renewing me stop. end of the period is fine, just make it the last one",
    },
    {
      ...emptyRow,
      created_at: "2026-04-05T23:16",
      channel: "chat",
      plan: "trial",
      country: "US",
      language: "en",
      device: "chrome",
      tenure_days: 11,
      attachments: 0,
      body: "can two people track time on one project on the solo plan or nah",
    },
    {
      ...emptyRow,
      created_at: "2026-03-18T09:23",
      channel: "e-mail",
      plan: "Pro",
      country: "US",
      language: "en",
      tenure_days: 820,
      attachments: 0,
      subject: "login from Riga",
      body: "I have never been to Riga.",
    },
    {
      ...emptyRow,
      created_at: "2026-05-28T13:24",
      channel: "Web",
      country: "US",
      language: "en",
      subject: "Unlock my account",
      body: "please",
    },
    {
      ...emptyRow,
      created_at: "2026-03-30T08:14",
      channel: "email",
      plan: "Team",
      country: "France",
      language: "en",
      tenure_days: 233,
      attachments: 0,
      order_ref: "#88590",
      amount: "€ 96",
      subject: "URGENT!!",
      body: "96 € have leave our account this night, then again 96 € at 6 h. Give back one, please, the account go in red.",
    },
    {
      ...emptyRow,
      created_at: "2026-01-19T14:25",
      channel: "Email",
      plan: "Team",
      country: "USA",
      language: "en",
      device: "Win 11 / Chrome",
      tenure_days: 182,
      attachments: 1,
      subject: "Checkout button on hosted payment page does nothing",
      body: "Our clients get your hosted pay page, hit Pay now, spinner, then nothing. Console:\n\nRefused to load the script because it violates the following Content Security Policy directive: \"script-src 'self'\"\n\nReproduced on Chrome 131 and Firefox. Safari ok. Money is literally stuck until this is sorted.",
    },
    {
      ...emptyRow,
      created_at: "2026-01-22T11:15",
      channel: "Web",
      plan: "Pro",
      country: "Deutschland",
      language: "de",
      device: "Win 11 / Firefox",
      tenure_days: 1402,
      attachments: 0,
      subject: "Kündigung",
      body: "hiermit kündige ich mein abo zum nächstmöglichen zeitpunkt. bestätigung bitte per mail an <email-gvdp>",
    },
    {
      ...emptyRow,
      created_at: "2026-04-08T15:44",
      channel: "Email",
      plan: "Pro",
      country: "Iceland",
      language: "en",
      tenure_days: 290,
      attachments: 0,
      subject: "Reminder text",
      body: "The automatic reminder is very rude in Icelandic, it says roughly 'pay, you'. Where do I write my own text? I have looked in templates, there is only for the invoice mail itself.",
    },
    {
      ...emptyRow,
      created_at: "2026-07-20T09:08",
      channel: "e-mail",
      plan: "Team",
      country: "South Africa",
      language: "en",
      attachments: 1,
      subject: "Sawubona, a worry",
      body: "Someone with the name 'Northbeam Rewards' is asking our staff on e-mail to scan a QR and log in to get back R500. Two of the ladies have scanned and typed in everything, shame. Their password they have since changed. The site address was northbeam.rewards.example.org. Can you kill it before month-end when everyone is looking for money?",
    },
    {
      ...emptyRow,
      created_at: "2026-05-29T11:48",
      channel: "Web",
      plan: "Business (annual)",
      country: "Denmark",
      language: "en",
      device: "Edge / Win 11",
      tenure_days: 311,
      attachments: 0,
      body: "SAML clock skew. Response IssueInstant 11:46:02, your server thinks it's 11:39. \"Assertion is not yet valid\". You're 7 min slow, NTP died?",
    },
    {
      ...emptyRow,
      created_at: "2026-06-24T10:48",
      channel: "web form",
      plan: "Pro",
      country: "Belgium",
      language: "en",
      device: "Chrome",
      tenure_days: 432,
      attachments: 0,
      order_ref: "NB-2026-0918",
      amount: "two payments of 29",
      subject: "Same amount, two times, one month",
      body: "Dear, I pay since long time 29. In June on 3 and on 21 it was each time 29. The 21 is not normal for me. If you changed the date of payment, ok, but then not two times in one month isn't it.",
    },
  ]) {
    const { baseline, contributions, ...answer } = explain(row);
    expect(contributions.reduce((total, one) => total + one.effect, baseline)).toBe(answer.probability);
  }
});
