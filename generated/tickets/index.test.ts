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
    0, 0, 1, 0, 0, 2, 0, 0, 2, 0, 0, 0,
    0, 0, -1, 0, 0, 0, 0, 0, 0, -2, 2, -1,
    1.085351791181346, -0.03729783764379214, -0.1672042091594982, 0.027463218509872874, 0.06501330076453801, 0.02667610429951256,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.9969663591083091,
    billing: 0.0002032199907731587,
    bug: 0.0001785614981688843,
    cancel: 0.00009211874466000955,
    howto: 0.002515525429970869,
    security: 0.00004421522811800946,
  });
  expect(predict(row)).toStrictEqual({ label: "access", probability: 0.9969663591083091 });
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
    0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, -1, 0, 1, 0, 0, 0, 0, -1, 0, -2,
    0.08648715494351601, 0.8348406508538774, -0.0051254004392359345, 0.01037937154497536, 0.007316759287719046, 0.06609893957408977,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.00020399825780980342,
    billing: 0.9977868582996041,
    bug: 0.00016604509356611937,
    cancel: 0.0016770532554541704,
    howto: 0.0001249291656354612,
    security: 0.00004111592793065808,
  });
  expect(predict(row)).toStrictEqual({ label: "billing", probability: 0.9977868582996041 });
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
    0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, 0,
    0.12727863715864404, 0.17142065524959138, 0.6330504674485338, 0.05817602984631873, -0.019937332486409085, 0.030014812597178725,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0015294645362365954,
    billing: 0.020153897904288433,
    bug: 0.9563341608621169,
    cancel: 0.002853630841668076,
    howto: 0.0010088629528228583,
    security: 0.018119982902867697,
  });
  expect(predict(row)).toStrictEqual({ label: "bug", probability: 0.9563341608621169 });
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
    0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 4, 0, 0, 0, 2, 0, 0, 0, -1, 2,
    -0.19405434355427773, 0.08777403201493116, -0.11544572886915869, 1.2111492204622618, 0.05951982564939932, -0.04894118012482974,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0011980069879531411,
    billing: 0.02595900066639452,
    bug: 0.02269769805281474,
    cancel: 0.9409853980953935,
    howto: 0.0039596777757587584,
    security: 0.005200218421685571,
  });
  expect(predict(row)).toStrictEqual({ label: "cancel", probability: 0.9409853980953935 });
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
    2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    2, 0, -1, 0, 0, 0, 0, 1, 0, 3, 0, 1,
    -0.051000364584506526, 0.04558867670353001, -0.0020948100835038695, -0.03724090672928974, 1.0225760236740566, 0.022166559033514315,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0004005827652706127,
    billing: 0.00037108248410727305,
    bug: 0.002707234899093747,
    cancel: 0.002506943516458441,
    howto: 0.9939334187234651,
    security: 0.00008073761160492965,
  });
  expect(predict(row)).toStrictEqual({ label: "howto", probability: 0.9939334187234651 });
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
    0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, -1, 0, 0, 0, 0, 0, 1, 1, 2, -1,
    0.31911917413208757, 0.062167204245681375, 0.015000601030250232, 0.04028537233254436, 0.00954957591494162, 0.553875217697217,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.1872046222288116,
    billing: 0.0037936643135812603,
    bug: 0.00963624679317722,
    cancel: 0.007800879184184574,
    howto: 0.013089756243139104,
    security: 0.778474831237106,
  });
  expect(predict(row)).toStrictEqual({ label: "security", probability: 0.778474831237106 });
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
    2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, -1, 1, -2,
    0.7431781076329435, 0.08094904598751067, 0.031961741085292365, 0.03160533050581513, 0.14558441402393824, -0.03327769534027473,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.9944104234611337,
    billing: 0.00025966161300828205,
    bug: 0.00022815455536292576,
    cancel: 0.00011124749529199694,
    howto: 0.0049340174614939955,
    security: 0.00005649541370891496,
  });
  expect(predict(row)).toStrictEqual({ label: "access", probability: 0.9944104234611337 });
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
    0, 0, 2, 0, 0, 0, 0, 0, 0, 2, 0, 0,
    0, 0, -1, 0, 1, 0, 0, 0, 0, 1, 0, 1,
    -0.022594027861934818, 0.7623131855573518, 0.08414801963650419, 0.012090750181343972, 0.17627265850460305, -0.012232243016319725,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0010867169525492029,
    billing: 0.9726637945833292,
    bug: 0.00814400296001542,
    cancel: 0.0027223577380459042,
    howto: 0.0054278671512460845,
    security: 0.00995526061481421,
  });
  expect(predict(row)).toStrictEqual({ label: "billing", probability: 0.9726637945833292 });
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
    0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1,
    0.1788073716745041, 0.07726312090072518, 0.6568153576738192, 0.03494309187711933, 0.055871167778951625, -0.0036951288206440768,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.004139147432403539,
    billing: 0.004038656820590592,
    bug: 0.9362105897874505,
    cancel: 0.0005441912268488703,
    howto: 0.05468623049950049,
    security: 0.00038118423320599565,
  });
  expect(predict(row)).toStrictEqual({ label: "bug", probability: 0.9362105897874505 });
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
    0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2,
    0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0,
    -0.0017852438185426102, -0.004330988962761848, -0.015814272908661258, 1.058641081182573, -0.017004814290193893, -0.019706676230435784,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0006958808247113531,
    billing: 0.003025812947152603,
    bug: 0.0005664146247650541,
    cancel: 0.9951454769786064,
    howto: 0.0004261595748232313,
    security: 0.00014025504994182305,
  });
  expect(predict(row)).toStrictEqual({ label: "cancel", probability: 0.9951454769786064 });
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
    2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1,
    0.042318579771427355, 0.0659873407896486, 0.042422084638225846, 0.04550110864571976, 0.832524056227301, -0.02875049449983143,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0004581705759139233,
    billing: 0.00042442933195127006,
    bug: 0.00037292953853458865,
    cancel: 0.010513396311923516,
    howto: 0.9881387297845157,
    security: 0.00009234445716094575,
  });
  expect(predict(row)).toStrictEqual({ label: "howto", probability: 0.9881387297845157 });
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
    0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 1, -1, 0, 0, 0, 0, 0, 0, -1, 1, -1,
    0.28747612331064915, 0.15981966186304253, -0.004526477140848186, 0.048897053868811026, 0.10411630952643845, 0.4042158195556256,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.05295880229371731,
    billing: 0.005476191497124662,
    bug: 0.019682918352795637,
    cancel: 0.005664765285686834,
    howto: 0.01992215317077146,
    security: 0.8962951693999043,
  });
  expect(predict(row)).toStrictEqual({ label: "security", probability: 0.8962951693999043 });
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
    0, 2, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0,
    0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0,
    0.7885662729933862, 0.09996439790089393, 0.0029446867039624215, 0.11750071982764869, 0.01257824697275986, -0.021549750087725462,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.9886412103053792,
    billing: 0.00034680270704407564,
    bug: 0.00030472204384625914,
    cancel: 0.010402542899884142,
    howto: 0.00022926706156051893,
    security: 0.00007545498228574034,
  });
  expect(predict(row)).toStrictEqual({ label: "access", probability: 0.9886412103053792 });
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
    0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, -1, 0, -2,
    0.16710588251110067, 0.7298323174815233, 0.06295268009858404, 0.07922515339652764, -0.10220455341878715, 0.06308708913450228,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.000271028425999344,
    billing: 0.995208485737917,
    bug: 0.00022060453279016402,
    cancel: 0.00008509031979049174,
    howto: 0.00016597864848021847,
    security: 0.004048812335022892,
  });
  expect(predict(row)).toStrictEqual({ label: "billing", probability: 0.995208485737917 });
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
    0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0,
    0, 0, 0, 0, 0, 1, 0, 0, 0, -1, -4, -2,
    -0.05400484036293721, -0.04832953739008898, 1.147095652935975, 0.033038764326487044, -0.11819377303224152, 0.040395568706893745,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0002955153024366215,
    billing: 0.000360494857398413,
    bug: 0.9956933113571614,
    cancel: 0.00008504901532250882,
    howto: 0.0002531886158445803,
    security: 0.0033124408518367086,
  });
  expect(predict(row)).toStrictEqual({ label: "bug", probability: 0.9956933113571614 });
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
    0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2,
    0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0,
    -0.00986940595580592, -0.026702226814813143, 0.010707823848779649, 1.1257287479274234, -0.04572190806160495, -0.054146068410790935,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.00835734036598957,
    billing: 0.02424469758419652,
    bug: 0.0042139936750285965,
    cancel: 0.9436982696128023,
    howto: 0.014478697999957537,
    security: 0.005007000762025795,
  });
  expect(predict(row)).toStrictEqual({ label: "cancel", probability: 0.9436982696128023 });
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
    0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    2, 0, -2, 0, 0, 0, 0, 1, 0, 3, -1, -1,
    -0.11135763436686874, 0.04658043461803166, 0.021166042778501468, -0.07105797340196943, 1.0983788471637934, 0.016281712562360284,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0020574969144986723,
    billing: 0.002024763182520345,
    bug: 0.002742973039680461,
    cancel: 0.0025207282278276026,
    howto: 0.9905644515795323,
    security: 0.00008958705594068728,
  });
  expect(predict(row)).toStrictEqual({ label: "howto", probability: 0.9905644515795323 });
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
    0, 2, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, -2,
    0.366727958873632, 0.13993902212178733, -0.02193959333307849, 0.11467399041926665, -0.03316305301411717, 0.4337586651302471,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.1396402788049208,
    billing: 0.014032763413143525,
    bug: 0.008568728303403505,
    cancel: 0.0126825587623863,
    howto: 0.002863840273347788,
    security: 0.8222118304427981,
  });
  expect(predict(row)).toStrictEqual({ label: "security", probability: 0.8222118304427981 });
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
    2, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, -1, 1, -1,
    0.7692615723294259, 0.08013990990228868, 0.08598713102358299, 0.02893350770558423, 0.10886535239163432, -0.07318429341188537,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.9995910430919349,
    billing: 0.0001245745139276369,
    bug: 0.00010945877792804912,
    cancel: 0.00006546483828140171,
    howto: 0.00008235469958396075,
    security: 0.00002710407834408836,
  });
  expect(predict(row)).toStrictEqual({ label: "access", probability: 0.9995910430919349 });
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
    0, 0, 2, 0, 0, 0, 0, 0, 0, 2, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -4,
    0.10032426477836479, 0.8507220346569749, 0.16113091621932646, -0.0346674206655469, -0.07925923447627775, 0.0017465878230010857,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0002616011665509127,
    billing: 0.9980108341840722,
    bug: 0.0002129311820763244,
    cancel: 0.00008213059880086801,
    howto: 0.001379777051985915,
    security: 0.00005272581651413742,
  });
  expect(predict(row)).toStrictEqual({ label: "billing", probability: 0.9980108341840722 });
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
