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
    -1.3625480555867768, 0.7478813327908314, 0.02928905678363122, -0.07820501738387599, 0.12117535581041594, 0.16555516351952668, 0.014306228158117157,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.9929950535455252,
    billing: 0.000537312135360788,
    bug: 0.000634623286299124,
    cancel: 0.00021033427117236566,
    howto: 0.005235700483547316,
    security: 0.0003869762780950429,
  });
  expect(predict(row)).toStrictEqual({ label: "access", probability: 0.9929950535455252 });
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
    -1.1330586177742588, 0.060382387058012785, 0.7146547850220971, 0.03898415381301204, 0.04364993954590639, 0.06908681870897468, 0.07324109665776735,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0002807798037109401,
    billing: 0.9967928058361397,
    bug: 0.0002285417006949512,
    cancel: 0.002469330958759473,
    howto: 0.00017195042242763007,
    security: 0.00005659127826732127,
  });
  expect(predict(row)).toStrictEqual({ label: "billing", probability: 0.9967928058361397 });
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
    -1.7105050203569228, 0.1174598431152532, 0.22510426126065436, 0.6539719429481047, 0.04669557682514759, -0.072790609377089, 0.029560295358432923,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.009930236701411424,
    billing: 0.04994310545507177,
    bug: 0.8873595485571595,
    cancel: 0.016806310139072373,
    howto: 0.0016862568795703295,
    security: 0.03427454226771543,
  });
  expect(predict(row)).toStrictEqual({ label: "bug", probability: 0.8873595485571595 });
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
    -2.214797924583879, -0.015047311618554379, 0.2621722509456477, 0.0307888861540721, 0.526167703779395, 0.2443346407257932, -0.048411698128677974,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.006452785990472366,
    billing: 0.018254285686582432,
    bug: 0.06584030791707157,
    cancel: 0.8650392641894693,
    howto: 0.02640473498511441,
    security: 0.018008621231289934,
  });
  expect(predict(row)).toStrictEqual({ label: "cancel", probability: 0.8650392641894693 });
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
    -1.8359625775186754, 0.11477654805967116, 0.1447904897544073, 0.16732593873449372, 0.0038463206179295602, 0.5378286519744108, 0.03143291729917356,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0036363675649135874,
    billing: 0.0012094374775710828,
    bug: 0.0038312147852809187,
    cancel: 0.04165790299841118,
    howto: 0.9443916142096289,
    security: 0.0052734629641945615,
  });
  expect(predict(row)).toStrictEqual({ label: "howto", probability: 0.9443916142096289 });
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
    3.9085260093722196, 0.476118679160842, 0.004185888469782545, 0.07823081665383434, 0.0012525629627435295, -0.056654513998434755, 0.4968634010696227,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.255694097926556,
    billing: 0.0066747017238364525,
    bug: 0.009209872256823813,
    cancel: 0.01389312960617177,
    howto: 0.008108583091475427,
    security: 0.7064196153951359,
  });
  expect(predict(row)).toStrictEqual({ label: "security", probability: 0.7064196153951359 });
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
    -1.993578395455508, 0.6782981987684972, 0.08547423560289569, 0.05047852575811484, 0.03280376765297224, 0.1706872417660623, -0.017741388570921883,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.9983620380256518,
    billing: 0.00016716253941440984,
    bug: 0.0006873557936413915,
    cancel: 0.0001549468664880459,
    howto: 0.00022864075718211283,
    security: 0.0003998560176219352,
  });
  expect(predict(row)).toStrictEqual({ label: "access", probability: 0.9983620380256518 });
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
    -1.4271734639673215, 0.0018902515183010441, 0.6555311313055313, 0.06735944971464125, 0.10284450207591082, 0.1583545916546164, 0.014017919059491214,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.006544118896532395,
    billing: 0.9444152507767734,
    bug: 0.02861695652190789,
    cancel: 0.009382937977214323,
    howto: 0.00583474329666803,
    security: 0.005205992530904019,
  });
  expect(predict(row)).toStrictEqual({ label: "billing", probability: 0.9444152507767734 });
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
    -2.293903606125675, 0.1971170213831406, 0.07332241730317894, 0.6325193972067407, 0.03542353054462505, 0.08626690452986518, -0.024644564223529515,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.012696852952343608,
    billing: 0.0038681989073631896,
    bug: 0.9399269633589885,
    cancel: 0.0043804254151421865,
    howto: 0.03881188385253902,
    security: 0.00031567551362381044,
  });
  expect(predict(row)).toStrictEqual({ label: "bug", probability: 0.9399269633589885 });
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
    -1.5131399025390793, 0.18244051821020824, 0.05179140713892404, 0.09386298986582997, 0.5432882949391099, 0.15040155816381673, -0.021780161568170264,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0008671353092576225,
    billing: 0.0008032765074130694,
    bug: 0.0024375805104657326,
    cancel: 0.9927158938256249,
    howto: 0.0030013423895586876,
    security: 0.0001747714576798309,
  });
  expect(predict(row)).toStrictEqual({ label: "cancel", probability: 0.9927158938256249 });
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
    -2.1659729733234534, 0.03147264650858754, 0.12766470565033164, 0.11260966247168949, 0.06422195079855242, 0.7011400684924435, -0.03710432500032038,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0026906303066700325,
    billing: 0.008991197704698972,
    bug: 0.0046179125119377345,
    cancel: 0.12657250803853293,
    howto: 0.8565101382322804,
    security: 0.0006176132058803928,
  });
  expect(predict(row)).toStrictEqual({ label: "howto", probability: 0.8565101382322804 });
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
    3.093314142230555, 0.3177064566259691, 0.17515532065038786, -0.03721725211235619, 0.08125149461068076, 0.12805556942620053, 0.33504775284403626,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.05261144921450618,
    billing: 0.026300971655243206,
    bug: 0.03832643303536578,
    cancel: 0.015414414475448867,
    howto: 0.02458080443538364,
    security: 0.8427659271840524,
  });
  expect(predict(row)).toStrictEqual({ label: "security", probability: 0.8427659271840524 });
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
    -1.422915901397358, 0.6131942819713271, 0.14742866693123396, -0.0032527426398460094, 0.22045488607850228, -0.015601360630068978, 0.03777756250274289,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.7666425995339929,
    billing: 0.0033743463044544546,
    bug: 0.01172145156526187,
    cancel: 0.19925121003699747,
    howto: 0.003934420848301157,
    security: 0.015075971710991905,
  });
  expect(predict(row)).toStrictEqual({ label: "access", probability: 0.7666425995339929 });
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
    -1.1585334794778959, 0.20383735514887122, 0.6638464177237339, 0.08255629437430138, 0.11487988283542148, -0.11268487670694952, 0.04756540894161159,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.00016867425008676006,
    billing: 0.9995037838921867,
    bug: 0.00013729299425666527,
    cancel: 0.00005295586921328515,
    howto: 0.00010329663377406247,
    security: 0.00003399636048260281,
  });
  expect(predict(row)).toStrictEqual({ label: "billing", probability: 0.9995037838921867 });
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
    -1.3303407617902905, 0.13984802973472488, 0.1482455272635562, 0.6718973112594719, 0.026507429020680744, -0.07032899913694851, 0.08383428676469432,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.00036730410010205354,
    billing: 0.0006738701187112289,
    bug: 0.9935972203928927,
    cancel: 0.00009405558781030285,
    howto: 0.00029319284510885416,
    security: 0.0049743569553753805,
  });
  expect(predict(row)).toStrictEqual({ label: "bug", probability: 0.9935972203928927 });
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
    -2.0540360718264727, 0.21670816737177062, 0.08684964129051535, 0.1570873632314078, 0.47656508596814573, 0.1414934233832692, -0.0786986861574211,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.050260402022561636,
    billing: 0.012409562179530369,
    bug: 0.0176760141736219,
    cancel: 0.8317330573078469,
    howto: 0.08254762079433896,
    security: 0.0053733435221002355,
  });
  expect(predict(row)).toStrictEqual({ label: "cancel", probability: 0.8317330573078469 });
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
    -1.783479349384577, 0.11118016742880987, 0.18047303886892646, 0.11172243898114666, 0.038977035903369095, 0.5525314219797909, 0.005118078226477613,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0011047465011912608,
    billing: 0.0026830819194928863,
    bug: 0.001327582912963677,
    cancel: 0.05380186358198772,
    howto: 0.9407847473741622,
    security: 0.00029797771020250054,
  });
  expect(predict(row)).toStrictEqual({ label: "howto", probability: 0.9407847473741622 });
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
    4.018771203574224, 0.3334383775743738, 0.12092294207466256, 0.014808872373638607, 0.08889626342988498, -0.015527247360538829, 0.45745738112295353,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.06487288694811279,
    billing: 0.027137721792184197,
    bug: 0.02675934489527974,
    cancel: 0.003389850048894723,
    howto: 0.008342896480484885,
    security: 0.869497299835043,
  });
  expect(predict(row)).toStrictEqual({ label: "security", probability: 0.869497299835043 });
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
    -2.1796903252861215, 0.5864105480457843, 0.09892326580070723, 0.26177145281990544, -0.018569786707139047, 0.1044709382634884, -0.03300349347228171,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.993387321607645,
    billing: 0.00023574846571425314,
    bug: 0.005509977898096299,
    cancel: 0.00017819146912523135,
    howto: 0.00027398208084477074,
    security: 0.0004147784785742024,
  });
  expect(predict(row)).toStrictEqual({ label: "access", probability: 0.993387321607645 });
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
    -1.4426127078338826, 0.11329548144646993, 0.7229393860962635, 0.18192923336476644, -0.0494135245416203, -0.007013855525291242, 0.038260103454308726,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.00047046445040143644,
    billing: 0.9882464071717755,
    bug: 0.007526473660319282,
    cancel: 0.0001477039553585905,
    howto: 0.000288113888230337,
    security: 0.003320836873914879,
  });
  expect(predict(row)).toStrictEqual({ label: "billing", probability: 0.9882464071717755 });
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
