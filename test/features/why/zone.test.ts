import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from '../../../server/src/features/why/explain';
import { readDump } from '../../../server/src/features/why/read-dump';
import { asOf, comingRows } from '../../../server/src/features/why/telling';

const DESCRIBED = `Name:             shop-1
Namespace:        default
Node:             node-1/10.0.0.1
Start Time:       Fri, 27 Nov 2026 17:02:11 +0900
Status:           Running
Containers:
  app:
    Image:          shop:1
    State:          Waiting
      Reason:       CrashLoopBackOff
    Last State:     Terminated
      Reason:       OOMKilled
      Exit Code:    137
      Started:      Fri, 27 Nov 2026 17:09:20 +0900
      Finished:     Fri, 27 Nov 2026 17:09:41 +0900
    Ready:          False
    Restart Count:  5
    Limits:
      memory:  128Mi
    Requests:
      memory:  128Mi
QoS Class:                   Burstable
Events:
  Type     Reason     Age                   From               Message
  ----     ------     ----                  ----               -------
  Normal   Scheduled  9m12s                 default-scheduler  Successfully assigned default/shop-1 to node-1
  Normal   Started    102s (x6 over 9m11s)  kubelet            Started container app
  Warning  BackOff    9s (x31 over 8m20s)   kubelet            Back-off restarting failed container app in pod shop-1_default
`;

test('times are told by the clock that describe printed them by', () => {
	const [pod] = explain(readDump(DESCRIBED));
	assert.ok(pod);
	assert.match(asOf(pod.now, pod.zone)?.en ?? '', /^as of 2026-11-27T17:\d\d:\d\d\+09:00$/);
	assert.match(pod.headline.ko, /17:1\d:\d\d에/);
	assert.match(comingRows(pod)[0]?.clock ?? '', /^17:1\d:/);
	assert.equal(asOf(0, -210)?.en, 'as of 1969-12-31T20:30:00-03:30');
});

test('those of a clock that goes by UTC are told as they are in YAML', () => {
	const [pod] = explain(readDump(DESCRIBED.replaceAll('+0900', '+0000')));
	assert.match(asOf(pod?.now, pod?.zone)?.en ?? '', /^as of 2026-11-27T17:\d\d:\d\dZ$/);
});
