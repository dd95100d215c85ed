import type { VolumeHealthCondition, VolumeHealthStatus } from '../schema/generated/types';
import { documented } from './words';

export const volumeHealthStatus = documented<VolumeHealthStatus>()({
	healthConditions: {
		en: 'The troubles that the CSI driver reports. Empty: none known.',
		ko: 'CSI 드라이버가 알려 온 이상. 비어 있으면 알려진 이상이 없다.',
	},
	lastTransitionTime: {
		en: 'The troubles have been as they are since this time.',
		ko: '지금의 이상 상태가 시작된 시각.',
	},
});

export const volumeHealthCondition = documented<VolumeHealthCondition>()({
	status: {
		en: 'What kind of trouble it is.\n`Inaccessible`: the volume cannot be reached. `DataLoss`: data is damaged or gone. `Degraded`: it works, but worse than it should.',
		ko: '어떤 이상인지 나타낸다.\n`Inaccessible`은 볼륨에 접근할 수 없고, `DataLoss`는 데이터가 손상되거나 사라졌으며, `Degraded`는 쓸 수는 있지만 온전하지 않다는 뜻이다.',
	},
	reason: {
		en: "One word for the cause, from the driver. Its meaning is in the driver's manual.",
		ko: '드라이버가 알려 온 원인을 나타내는 한 단어. 뜻은 드라이버 설명서에 있다.',
	},
	message: {
		en: 'The explanation for people, from the driver.',
		ko: '드라이버가 적은, 사람이 읽는 설명.',
	},
});
